import { Pages } from '#renderer/ui/Pages.tsx'
import { type Library, picturesPerPage } from './use-library.ts'

/** Leads through the pages of the library. */
export function LibraryPages({ library: { offset, rows, total, setOffset } }: { readonly library: Library }) {
  return (
    <Pages
      offset={offset}
      shown={rows.length}
      total={total}
      pageSize={picturesPerPage}
      onChange={setOffset}
    />
  )
}
