import type { ReviewView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { SealDamage } from './SealDamage.tsx'

/** "Chi tiết kỹ thuật": what exactly was frozen, and what exactly was signed. */
export function Technical({ review }: { readonly review: ReviewView }) {
  const { t } = useText()
  const { article, revisions } = review.article
  const frozen = revisions.find(({ hash }) => hash === article.revision)
  const { seal } = review
  return (
    <div className="review-technical">
      <h3>{t('review.technicalTitle')}</h3>
      {seal !== null && (
        <Band
          tone={seal.valid ? 'good' : 'trouble'}
          title={t(seal.valid ? 'review.sealValid' : 'review.sealBroken')}
        >
          {seal.reason !== null && t(`sealReasons:${seal.reason}` as TextKey, { defaultValue: seal.reason })}
        </Band>
      )}
      {seal !== null && <SealDamage damage={seal.damage} />}
      <dl>
        <Entry label={t('review.revisionHash')} value={article.revision} code />
        <Entry label={t('review.htmlHash')} value={frozen?.html ?? null} code />
        <Entry
          label={t('review.renderer')}
          value={frozen === undefined ? null : String(frozen.rendererVersion)}
        />
        <Entry label={t('review.signedBy')} value={seal?.reviewer ?? null} />
        <Entry label={t('review.signedAt')} value={seal === null ? null : formatInstant(seal.at)} />
        <Entry label={t('review.key')} value={seal?.kid ?? null} code />
        <Entry
          label={t('review.keyKind')}
          value={seal === null ? null : t(seal.demo ? 'review.demoKey' : 'review.realKey')}
        />
      </dl>
      {seal === null && <p>{t('review.noSeal')}</p>}
    </div>
  )
}

interface EntryProps {
  readonly label: string
  readonly value: string | null
  readonly code?: boolean
}

function Entry({ label, value, code = false }: EntryProps) {
  if (value === null || value === '') return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{code ? <code>{value}</code> : value}</dd>
    </>
  )
}
