import type { ReactNode } from 'react'
import type { Snippet } from '#common/api/search'
import type { ArticleRow } from '#common/api/views'
import type { Asked } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Pages } from '#renderer/ui/Pages.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { ArticleTable } from './ArticleTable.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useSelection } from './use-selection.ts'

interface Props {
  readonly label: string
  readonly asked: Pick<Asked<unknown>, 'problem' | 'again'>
  /** Undefined while there is no answer yet. */
  readonly rows: readonly ArticleRow[] | undefined
  readonly total: number
  readonly offset: number
  readonly pageSize: number
  readonly onOffset: (offset: number) => void
  readonly empty: ReactNode
  /** Why each row was found, by article. */
  readonly snippets?: ReadonlyMap<string, Snippet>
}

/** A page of articles: table, pages, and what to do with the ticked rows. */
export function ArticlePage(props: Props) {
  const { label, asked, rows = [], total, offset, pageSize, onOffset, empty } = props
  const { t } = useText()
  const selection = useSelection(rows)
  if (asked.problem !== null) {
    return <ProblemBand problem={asked.problem} again={asked.again} />
  }
  if (props.rows === undefined) return <ScreenSpinner label={t('ui.loading')} />
  if (rows.length === 0 && offset === 0) return empty
  const selected = rows.filter(row => selection.has(row.id))
  return (
    <>
      {selected.length > 0 && <SelectionBar rows={selected} onClear={() => selection.set([])} />}
      <ArticleTable label={label} rows={rows} selection={selection} snippets={props.snippets} />
      <Pages offset={offset} shown={rows.length} total={total} pageSize={pageSize} onChange={onOffset} />
    </>
  )
}
