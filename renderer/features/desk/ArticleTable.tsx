import './desk.css'
import { type KeyboardEvent, useDeferredValue } from 'react'
import { Link } from 'wouter'
import type { Snippet } from '#common/api/search'
import type { ArticleRow } from '#common/api/views'
import { findKind } from '#common/domain/kinds/registry'
import { formatInstant } from '#common/domain/vietnam-time'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { pathOfArticle } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Badge, Chip } from '#renderer/ui/Chip.tsx'
import { MarkedText } from '#renderer/ui/MarkedText.tsx'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { UrgentMark } from '#renderer/ui/UrgentMark.tsx'
import { ArticleMenu } from './ArticleMenu.tsx'
import { FoundText } from './FoundText.tsx'
import { formatRecent } from './format-recent.ts'
import type { Selection } from './use-selection.ts'

interface Props {
  readonly label: string
  readonly rows: readonly ArticleRow[]
  readonly selection: Selection
  /** Why each row was found, by article. */
  readonly snippets?: ReadonlyMap<string, Snippet> | undefined
}

/** What a window shows of a list before one scrolls. */
const firstRows = 30

/** Articles, newest change first; a row opens where its reader can act. Arrow keys walk the titles. */
export function ArticleTable({ label, rows, selection, snippets }: Props) {
  const { t } = useText()
  const shown = useDeferredValue(rows, rows.slice(0, firstRows))
  return (
    <Table label={label} className="article-table">
      <thead>
        <tr>
          <th className="table-tick">
            <Checkbox
              label={t('articles.selectAll')}
              checked={selection.count > 0 && selection.count === rows.length}
              indeterminate={selection.count > 0 && selection.count < rows.length}
              onChange={checked => selection.set(checked ? rows.map(row => row.id) : [])}
            />
          </th>
          <th>{t('articles.headline')}</th>
          <th className="article-kind">{t('articles.kind')}</th>
          <th className="article-author">{t('articles.author')}</th>
          <th className="article-chip">{t('articles.chip')}</th>
          <th className="article-changed">{t('articles.changed')}</th>
          <th className="table-actions">
            <span className="visually-hidden">{t('articles.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={walkTitles}>
        {shown.map(row => (
          <Row key={row.id} row={row} selection={selection} snippet={snippets?.get(row.id)} />
        ))}
      </tbody>
    </Table>
  )
}

interface RowProps {
  readonly row: ArticleRow
  readonly selection: Selection
  readonly snippet: Snippet | undefined
}

function Row({ row, selection, snippet }: RowProps) {
  const { t, name } = useText()
  const { session, navigate } = useCommandContext()
  const kind = findKind(row.kind)
  const path = pathOfArticle(row, session.may('article.edit-others'))
  const headline = row.headline === '' ? t('articles.untitled') : row.headline
  return (
    <TableRow selected={selection.has(row.id)} onOpen={() => navigate(path)}>
      <td className="table-tick">
        <Checkbox
          label={t('articles.select', { headline })}
          checked={selection.has(row.id)}
          onChange={checked => selection.toggle(row.id, checked)}
        />
      </td>
      <td title={row.headline}>
        {row.urgent !== null && (
          <>
            <UrgentMark urgent={row.urgent} />{' '}
          </>
        )}
        {row.rescuedFrom !== undefined && (
          <>
            <Badge tone="amber">{t('articles.rescued')}</Badge>{' '}
          </>
        )}
        <Link to={path} className="table-title" data-untitled={row.headline === '' || undefined}>
          {row.headline !== '' && snippet !== undefined ? <MarkedText pieces={snippet.headline} /> : headline}
        </Link>
        {snippet !== undefined && <FoundText excerpt={snippet.excerpt} />}
      </td>
      <td className="quiet" title={kind === undefined ? row.kind : name(kind.label)}>
        {kind === undefined ? row.kind : name(kind.label)}
      </td>
      <td className="quiet">{row.authorName}</td>
      <td>
        <Chip chip={row.chip} />
      </td>
      <td className="quiet numbers" title={formatInstant(row.changedAt)}>
        {formatRecent(row.changedAt, Date.now())}
      </td>
      <td className="table-actions">
        <ArticleMenu row={row} path={path} />
      </td>
    </TableRow>
  )
}

function walkTitles(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof Element) || !event.target.matches('.table-title')) return
  const row = event.target.closest('tr')
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  next?.querySelector<HTMLElement>('.table-title')?.focus()
  event.preventDefault()
}
