import { useState } from 'react'

/** The page somebody turned to, as long as the filter stays the same; another filter begins at its first page. */
export function useOffset(filter: object): readonly [number, (offset: number) => void] {
  const key = JSON.stringify(filter)
  const [page, setPage] = useState({ key, offset: 0 })
  return [page.key === key ? page.offset : 0, offset => setPage({ key, offset })]
}
