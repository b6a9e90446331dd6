import type { PortalHint } from '#common/domain/portal'
import { type AnonymousReader, pageBytes } from '../http/anonymous-reader'
import { postType, site } from './mapping'
import type { Rest } from './rest'

/** What keeps a site from being published to, or makes it worse, as far as it tells anybody. */
export async function siteHints(rest: Rest): Promise<PortalHint[]> {
  const hints: PortalHint[] = []
  if (await passwordsOff(rest)) hints.push('application-passwords-off')
  const posts = await rest.get('/wp/v2/types/post', { _fields: '_links' }, postType)
  const address = posts.kind === 'done' ? posts.value?._links['wp:items'][0]?.href : undefined
  // The interface has a pretty address exactly where articles have.
  if (address?.includes('rest_route=') === true) hints.push('plain-addresses')
  return hints
}

/** Whether the site says that it takes no application passwords. */
export async function passwordsOff(rest: Rest): Promise<boolean> {
  const index = await rest.get('/', { _fields: 'name,namespaces,authentication' }, site)
  const authentication = index.kind === 'done' ? index.value?.authentication : undefined
  return authentication !== undefined && !Object.hasOwn(Object(authentication), 'application-passwords')
}

/** Whether a home page is a WordPress's although its interface says nothing. */
export async function looksLikeWordpress(reader: AnonymousReader, base: URL): Promise<boolean> {
  const page = await reader.get(slashed(base).href, pageBytes)
  if (page.kind === 'unreadable' || page.status >= 500) return false
  return /\/wp-(?:content|includes|json)\/|content="WordPress [\d.]+"/.test(
    new TextDecoder().decode(page.body),
  )
}

function slashed(base: URL): URL {
  return new URL(base.href.replace(/\/?$/, '/'))
}
