import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { type PublishingView, readyPageSize } from '#common/api/views'
import { findKind } from '#common/domain/kinds/registry'
import { pushArticles, scheduleArticles } from '#renderer/commands/article-commands.ts'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { CommandRowMenu, entry } from '#renderer/commands/CommandRowMenu.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { correctArticle } from '#renderer/commands/portal-commands.ts'
import { useText } from '#renderer/text/use-text.ts'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Badge } from '#renderer/ui/Chip.tsx'
import { Pages } from '#renderer/ui/Pages.tsx'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { UrgentMark } from '#renderer/ui/UrgentMark.tsx'
import { Group } from './Group.tsx'

type ReadyRow = PublishingView['ready'][number]

interface Props {
  readonly rows: readonly ReadyRow[]
  readonly totals: PublishingView['readyTotals']
  /** Asks for the page that begins behind so many. */
  readonly onPage: (from: number) => void
}

/** Approved and not yet on the portal in this version; what is ticked can go alone or at an hour. */
export function ReadyArticles({ rows, totals, onPage }: Props) {
  const { t } = useText()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter(row => ticked.has(row.id))
  // What has left comes back, when it is cancelled, as nobody's choice.
  useEffect(() => {
    const here = new Set<string>(rows.map(({ id }) => id))
    setTicked(before => {
      const left = [...before].filter(id => here.has(id))
      return left.length === before.size ? before : new Set(left)
    })
  }, [rows])
  const toggle = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  return (
    <Group
      title={t('publishing.ready')}
      count={totals.articles}
      empty={t('publishing.readyEmpty')}
      actions={
        chosen.length > 0 && (
          <span className="publishing-chosen">
            <CommandButton command={pushArticles} target={chosen} size="small">
              {t('publishing.pushChosen', { count: chosen.length })}
            </CommandButton>
            <CommandButton command={scheduleArticles} target={chosen} size="small" />
          </span>
        )
      }
    >
      <Table label={t('publishing.ready')}>
        <tbody>
          {rows.map(row => (
            <Row key={row.id} row={row} ticked={ticked.has(row.id)} onTick={on => toggle(row.id, on)} />
          ))}
        </tbody>
      </Table>
      <Pages
        offset={totals.from}
        shown={rows.length}
        total={totals.articles}
        pageSize={readyPageSize}
        onChange={from => {
          // What is ticked can be seen: nothing leaves that stands on another page.
          setTicked(new Set())
          onPage(from)
        }}
      />
    </Group>
  )
}

interface RowProps {
  readonly row: ReadyRow
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

function Row({ row, ticked, onTick }: RowProps) {
  const { t, name, language } = useText()
  const kind = findKind(row.kind)
  const size = formatBytes(row.bytes, language)
  const target = {
    article: row.id,
    headline: row.headline,
    shown: row.decision === 'correct',
    correctable: row.decision === 'correct',
  }
  return (
    <TableRow selected={ticked}>
      <td className="table-tick">
        <Checkbox
          label={t('articles.select', { headline: row.headline })}
          checked={ticked}
          onChange={onTick}
        />
      </td>
      <td title={row.headline}>
        <Link to={paths.edit(row.id)} className="table-title">
          {row.headline}
        </Link>
      </td>
      <td className="publishing-kind quiet">{kind === undefined ? row.kind : name(kind.label)}</td>
      <td className="publishing-size quiet numbers">
        {row.files === 0 ? size : t('publishing.size', { count: row.files, size })}
      </td>
      <td className="publishing-decision">
        {row.decision === 'confirm' && <Badge tone="info">{t('publishing.sendApproval')}</Badge>}
        {row.urgent !== null && <UrgentMark urgent={row.urgent} />}
        {row.decision === 'correct' && <Badge tone="amber">{t('publishing.newVersion')}</Badge>}
      </td>
      <td className="table-actions">
        <CommandRowMenu
          label={t('articles.actionsOn', { headline: row.headline })}
          entries={[
            entry(pushArticles, [row]),
            entry(scheduleArticles, [row]),
            entry(correctArticle, target),
          ]}
        />
      </td>
    </TableRow>
  )
}
