import { articleMarkers } from '#common/api/portal-api'

/** The approved HTML in a page of ours; null where somebody took its markers out. */
export function betweenMarkers(page: string): string | null {
  const from = page.indexOf(articleMarkers.start)
  const to = page.lastIndexOf(articleMarkers.end)
  return from === -1 || to < from ? null : page.slice(from + articleMarkers.start.length, to)
}
