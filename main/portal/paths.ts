import type { FocusPoint } from '#common/domain/focus-point'

/** Public addresses, from the portal's root. They stay: readers keep them, and the API tells them to newsrooms. */
export function articlePath(slug: string): string {
  return `/bai/${slug}`
}

export function categoryPath(id: string, page = 1): string {
  return page === 1 ? `/chuyen-muc/${id}` : `/chuyen-muc/${id}?trang=${page}`
}

/** Pictures and files stand under this address in the approved HTML itself. */
export function blobPath(hash: string): string {
  return `/blob/${hash}`
}

/** Widths in which lists show pictures; heights follow from the one shape of all lists. */
export const listWidths = [240, 480, 960] as const
export type ListWidth = (typeof listWidths)[number]

/** A picture as lists show it: cropped around its focus point. */
export function listPicturePath(hash: string, focus: FocusPoint, width: ListWidth): string {
  return `/anh/${hash}/${focus.x}-${focus.y}/${width}.webp`
}
