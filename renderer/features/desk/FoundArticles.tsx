import type { ReactNode } from 'react'
import type { Input } from '#common/api/contract'
import { useAsk } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Progress } from '#renderer/ui/Progress.tsx'
import { ArticlePage } from './ArticlePage.tsx'
import { useOffset } from './use-offset.ts'

interface Props {
  readonly label: string
  readonly question: Omit<Input<'articles.search'>, 'offset' | 'limit'>
  readonly empty: ReactNode
}

const pageSize = 20

/** What full-text search finds, the best first, with the words marked where they stand. */
export function FoundArticles({ label, question, empty }: Props) {
  const { t, number } = useText()
  const [offset, setOffset] = useOffset(question)
  const found = useAsk('articles.search', { ...question, offset, limit: pageSize }, { keepPrevious: true })
  const { hits, total = 0, progress = null } = found.value ?? {}
  return (
    <>
      {progress !== null && (
        <Progress
          value={progress.done}
          max={progress.total}
          label={t('found.indexing', { done: number(progress.done), total: number(progress.total) })}
        />
      )}
      <p className="found-count" role="status">
        {hits !== undefined && hits.length > 0 && t('found.count', { count: total })}
      </p>
      <ArticlePage
        label={label}
        asked={found}
        rows={hits?.map(({ row }) => row)}
        total={total}
        offset={offset}
        pageSize={pageSize}
        onOffset={setOffset}
        empty={empty}
        snippets={new Map(hits?.map(({ row, headline, excerpt }) => [row.id, { headline, excerpt }]))}
      />
    </>
  )
}
