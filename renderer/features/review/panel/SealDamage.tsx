import type { ReviewView } from '#common/api/views'
import { Runs } from '#renderer/comparison/Runs.tsx'
import { useText } from '#renderer/text/use-text.ts'

type Damage = NonNullable<ReviewView['seal']>['damage']

/** Which words, picture or file are no longer those that were approved. */
export function SealDamage({ damage }: { readonly damage: Damage }) {
  const { t } = useText()
  return damage.map(({ kind, name, missing, runs }) => (
    <p key={`${kind}${name}`} className="seal-damage">
      <strong>{t(`review.damage.${kind}`, { name })}</strong>
      {missing && ` ${t('review.damage.missing')}`} <Runs runs={runs} side="both" />
    </p>
  ))
}
