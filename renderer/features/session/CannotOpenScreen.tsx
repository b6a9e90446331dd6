import type { SessionView } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { SessionPage } from './SessionPage.tsx'

type Cause = NonNullable<SessionView['workspace']['readOnly']>

/** A workspace of which not even the accounts could be read: what happened and what to do, instead of a set-up. */
export function CannotOpenScreen({ cause }: { readonly cause: Cause }) {
  const { t } = useText()
  return (
    <SessionPage title={t('safekeeping.cannotOpen')}>
      <Band tone="trouble" title={t(`safekeeping.readOnly.${cause}`)}>
        {t(`safekeeping.readOnlyNext.${cause}`)}
      </Band>
    </SessionPage>
  )
}
