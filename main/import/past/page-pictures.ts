import type { ImportTask } from '../import-task'

const mostPictures = 30

/** Pictures of a page that lie on its own site, by the address the page gives them. */
export async function picturesOf(
  html: Uint8Array,
  url: string,
  get: (path: string) => Promise<Uint8Array | null>,
): Promise<NonNullable<ImportTask['parts']>> {
  const text = new TextDecoder().decode(html)
  const addresses = new Set(
    [...text.matchAll(/<img[^>]+?src\s*=\s*["']([^"']{1,2000})["']/gi)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&'),
    ),
  )
  const found: { readonly address: string; readonly bytes: Uint8Array }[] = []
  for (const address of [...addresses].slice(0, mostPictures)) {
    if (address.startsWith('data:') || !URL.canParse(address, url)) continue
    const target = new URL(address, url)
    if (target.origin !== new URL(url).origin) continue
    const bytes = await get(target.pathname + target.search)
    if (bytes !== null) found.push({ address, bytes })
  }
  return found
}
