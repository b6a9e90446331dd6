import type { Article } from '#common/domain/article'
import type { Portal } from '#common/domain/portal'
import { blankPublication, type Publication, publicationId } from '#common/domain/publication'
import type { PastPlace } from '#main/connectors/connector'
import type { NewsroomStore } from '#main/core/capability'

/**
 * What readers of a portal have of an article: what we brought there, or the page it was imported from, when that lies on
 * this portal and can be written again at its address (docs/publishing.md, P15).
 */
export function publicationOn(
  store: NewsroomStore,
  portal: Portal,
  article: Article,
): Publication | undefined {
  const known = store.get('publications', publicationId(portal.id, article.id))
  const slug = known === undefined ? slugOnPortal(portal, article) : null
  if (slug === null) return known
  return {
    ...blankPublication(portal.id, article.id, slug),
    state: 'live',
    url: article.past?.url ?? null,
    publishedAt: article.past?.publishedAt ?? article.createdAt,
  }
}

/** Where the article's page was, as long as no decision of ours has been confirmed there. */
export function pastPlace(article: Article, publication: Publication | undefined): PastPlace | null {
  const url = article.past?.url
  const isOurs = (publication?.confirmedSequence ?? 0) > 0
  if (url == null || isOurs) return null
  return { url, readAt: article.createdAt, undated: article.past?.publishedAt == null }
}

/** Addresses with a name of their own at the end: `?p=12` cannot be asked for by it. */
function slugOnPortal({ kind, url }: Portal, { past }: Article): string | null {
  if (kind !== 'wordpress' || past?.url == null || !URL.canParse(past.url)) return null
  const [base, page] = [new URL(url), new URL(past.url)]
  const root = base.pathname.replace(/\/?$/, '/')
  if (page.origin !== base.origin || !page.pathname.startsWith(root)) return null
  const last = page.pathname.split('/').filter(Boolean).at(-1) ?? ''
  return last.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(last) ? last : null
}
