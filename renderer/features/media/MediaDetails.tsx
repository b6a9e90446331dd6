import { FilePlus2 } from 'lucide-react'
import { Link } from 'wouter'
import type { LibraryMedia } from '#common/api/media-operations'
import { newDocument } from '#common/document/new-document'
import { schema } from '#common/document/schema'
import { findKind } from '#common/domain/kinds/registry'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useWire } from '#renderer/api/wire-context.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { pathOfArticle, paths } from '#renderer/commands/paths.ts'
import { figureOf } from '#renderer/media/figure-of.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { Badge, Chip } from '#renderer/ui/Chip.tsx'

/** One picture: its words, its size, and every article it stands in. */
export function MediaDetails({ picture }: { readonly picture: LibraryMedia }) {
  const { t, language } = useText()
  const { blobUrl } = useWire()
  const { may } = useSession()
  const { navigate } = useCommandContext()
  const create = useCommand('articles.create')
  const uses = useAsk('media.uses', { hash: picture.hash }).value?.uses
  const { hash, alt, credit, fileName, width, height, sizeBytes, addedAt } = picture

  async function write() {
    const news = findKind('news')
    if (news === undefined) return
    const empty = newDocument(news)
    const document = empty.type.create(empty.attrs, [
      ...empty.children.slice(0, 2),
      schema.nodes.figure.create(figureOf(picture)),
      schema.nodes.paragraph.create(),
    ])
    const made = await create.run({ kind: 'news', document: document.toJSON() })
    if (made.ok) navigate(paths.edit(made.value.article.id))
  }

  return (
    <aside className="media-details" aria-label={t('media.details')}>
      <img src={blobUrl(hash)} alt={alt} />
      <h2>{alt === '' ? t('media.noDescription') : alt}</h2>
      {alt === '' && <p className="media-hint">{t('media.describeHint')}</p>}
      <dl>
        <dt>{t('media.fileName')}</dt>
        <dd>{fileName}</dd>
        {credit !== '' && (
          <>
            <dt>{t('editor.figure.credit')}</dt>
            <dd>{credit}</dd>
          </>
        )}
        <dt>{t('media.size')}</dt>
        <dd>
          {width} × {height} · {formatBytes(sizeBytes, language)}
        </dd>
        <dt>{t('media.addedAt')}</dt>
        <dd>{formatInstant(addedAt)}</dd>
      </dl>
      {may('article.write') && (
        <Button icon={<FilePlus2 size={16} />} busy={create.busy} onClick={() => void write()}>
          {t('media.write')}
        </Button>
      )}
      <h3>{t('media.usedIn')}</h3>
      {uses !== undefined && uses.length === 0 && <p className="media-hint">{t('media.usedNowhere')}</p>}
      <ul>
        {uses?.map(({ row, inDraft, onPortal }) => (
          <li key={row.id}>
            <Link to={pathOfArticle(row, may('article.edit-others'))}>
              {row.headline === '' ? t('articles.untitled') : row.headline}
            </Link>
            <span className="media-use">
              <Chip chip={row.chip} />
              {onPortal && row.chip !== 'live' && row.chip !== 'corrected' && (
                <Badge tone="good">{t('media.onPortal')}</Badge>
              )}
              {!inDraft && <span className="media-hint">{t('media.notInDraft')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  )
}
