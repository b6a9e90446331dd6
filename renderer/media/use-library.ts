import { useDeferredValue, useState } from 'react'
import type { Output, ParsedInput } from '#common/api/contract'
import { type Asked, useAsk } from '#renderer/api/queries.ts'

export type LibraryFilter = Pick<ParsedInput<'media.list'>, 'text' | 'only' | 'use'>

export const picturesPerPage = 40

export interface Library {
  readonly filter: LibraryFilter
  readonly setFilter: (filter: LibraryFilter) => void
  readonly offset: number
  readonly setOffset: (offset: number) => void
  readonly answer: Asked<Output<'media.list'>>
  /** Of this page; none before the first answer. */
  readonly rows: Output<'media.list'>['rows']
  readonly total: number
}

/** One page of the library as it is narrowed to. */
export function useLibrary(use: LibraryFilter['use']): Library {
  const [filter, change] = useState<LibraryFilter>({ text: '', only: 'all', use })
  const [offset, setOffset] = useState(0)
  const text = useDeferredValue(filter.text)
  const answer = useAsk(
    'media.list',
    { ...filter, text, offset, limit: picturesPerPage },
    { keepPrevious: true },
  )
  const setFilter = (next: LibraryFilter) => {
    change(next)
    setOffset(0)
  }
  const { rows = [], total = 0 } = answer.value ?? {}
  return { filter, setFilter, offset, setOffset, answer, rows, total }
}
