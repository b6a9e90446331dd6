/** What somebody without an account gets from the portal: no cookie, no cache. */
export interface PublicPage {
  readonly status: number
  readonly text: string
}

export async function read(url: string): Promise<PublicPage> {
  const response = await fetch(url, { headers: { 'cache-control': 'no-cache' } })
  return { status: response.status, text: await response.text() }
}

/** The address of a link that has to be there. */
export function addressOf(href: string | null): string {
  if (href === null) throw new Error('the link leads nowhere')
  return href
}
