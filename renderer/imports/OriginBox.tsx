import './import-preview.css'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useWire } from '#renderer/api/wire-context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'

/** Where an imported article came from: its file, its place on the portal, the articles its page named. */
export function OriginBox({ article }: { readonly article: string }) {
  const { t, language } = useText()
  const wire = useWire()
  const session = useSession()
  const { value } = useAsk('imports.of', { article })
  const past = useAsk('articles.read', { article }).value?.article.past
  const release = useCommand('imports.release')
  const record = value?.record ?? null
  if (record === null && past === undefined) return null
  const day = (at: string | null) =>
    at === null ? '' : new Date(at).toLocaleDateString(language, { timeZone: 'Asia/Ho_Chi_Minh' })
  return (
    <div className="origin-box">
      {past !== undefined && (
        <Band
          tone="info"
          title={t('import.pastTitle')}
          actions={
            session.may('article.edit-others') && (
              <Button size="small" busy={release.busy} onClick={() => void release.run({ article })}>
                {t('import.release')}
              </Button>
            )
          }
        >
          <span className="origin-url">{past.url ?? ''}</span> {day(past.publishedAt)}
          <p className="import-facts">{t('import.pastPage')}</p>
        </Band>
      )}
      {record !== null && (
        <p className="import-facts">
          {t('import.from')}{' '}
          <a href={wire.blobUrl(record.original)} download={record.fileName}>
            {record.fileName}
          </a>
        </p>
      )}
      {record !== null && record.references.length > 0 && (
        <details>
          <summary>{t('import.referencesTitle', { count: record.references.length })}</summary>
          <ul className="origin-references">
            {record.references.map(reference => (
              <li key={reference.headline}>
                {reference.headline} <span className="import-facts">{day(reference.publishedAt)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
