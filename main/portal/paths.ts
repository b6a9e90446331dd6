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
