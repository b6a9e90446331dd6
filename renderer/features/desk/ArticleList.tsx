import type { ReactNode } from 'react'
import type { Input } from '#common/api/contract'
import { useAsk } from '#renderer/api/queries.ts'
import { ArticlePage } from './ArticlePage.tsx'
import { useOffset } from './use-offset.ts'

interface Props {
  readonly label: string
  readonly filter: Omit<Input<'articles.list'>, 'offset' | 'limit'>
  /** Shown instead of the table while nothing matches. */
  readonly empty: ReactNode
}

const pageSize = 100

/** One filtered list, newest change first. */
export function ArticleList({ label, filter, empty }: Props) {
  const [offset, setOffset] = useOffset(filter)
  const list = useAsk('articles.list', { ...filter, offset, limit: pageSize }, { keepPrevious: true })
  return (
    <ArticlePage
      label={label}
      asked={list}
      rows={list.value?.rows}
      total={list.value?.total ?? 0}
      offset={offset}
      pageSize={pageSize}
      onOffset={setOffset}
      empty={empty}
    />
  )
}
