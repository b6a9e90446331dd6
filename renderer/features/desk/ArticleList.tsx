import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Input } from '#common/api/contract'
import { useAsk } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { ArticleTable } from './ArticleTable.tsx'
import { Pages } from './Pages.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useSelection } from './use-selection.ts'

type Filter = Omit<Input<'articles.list'>, 'offset' | 'limit'>

interface Props {
  readonly label: string
  readonly filter: Filter
  /** Shown instead of the table while nothing matches. */
  readonly empty: ReactNode
}

const pageSize = 100

/** One filtered list: table, pages, and what to do with the ticked rows. Give it a `key` per filter. */
export function ArticleList({ label, filter, empty }: Props) {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const list = useAsk('articles.list', { ...filter, offset, limit: pageSize }, { keepPrevious: true })
  const rows = list.value?.rows ?? []
  const selection = useSelection(rows)
  if (list.problem !== null) {
    return (
      <Band tone="trouble" actions={<Button onClick={list.again}>{t('ui.tryAgain')}</Button>}>
        {problemText(t, list.problem)}
      </Band>
    )
  }
  if (list.value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  if (rows.length === 0 && offset === 0) return empty
  const selected = rows.filter(row => selection.has(row.id))
  return (
    <>
      {selected.length > 0 && <SelectionBar rows={selected} onClear={() => selection.set([])} />}
      <ArticleTable label={label} rows={rows} selection={selection} />
      <Pages
        offset={offset}
        shown={rows.length}
        total={list.value.total}
        pageSize={pageSize}
        onChange={setOffset}
      />
    </>
  )
}
