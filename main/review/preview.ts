import { canonicalDocument } from '#common/document/canonical'
import { withoutSuggestions } from '#common/document/suggestions/settle'
import { summarize } from '#common/document/summary'
import { toHtml } from '#common/document/to-html'
import type { Article } from '#common/domain/article'
import { readOrganisation } from '#main/accounts/workspace-settings'
import type { ArticleIndex } from '#main/articles/article-index'
import type { BackgroundWork } from '#main/background/background-work'
import type { Core } from '#main/core/capability'
import type { Exchange } from '#main/core/collections'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import { articlePage } from '#main/portal/pages/article-page'
import { BlobError } from '#main/store/blobs/blob-store'
import { documentIn, readRequest } from '../approval-file/read-request'
import { readRevision } from './read-revision'

export interface Previews {
  /**
   * The page as the portal will show it, as a whole HTML document: the draft as it is now, or the stored HTML of a
   * submitted revision, byte for byte what a seal covers. Null when there is no such article or revision.
   */
  page(article: string, revision: string | null): Promise<string | null>
}

/** Where hosts serve the portal's stylesheet and fonts for previews. */
export const previewStyle = '/preview/assets/style.css'

export function createPreviews(
  core: Core,
  index: ArticleIndex,
  desk: DraftDesk,
  work: Pick<BackgroundWork, 'parseRequest'>,
): Previews {
  return {
    async page(id, revision) {
      await core.store.loaded
      const exchange = core.store.get('exchanges', id)
      if (exchange !== undefined) return askedPage(exchange, revision)
      const article = findArticle(core, id)
      if (!article.ok) return null
      const text =
        revision === null ? await draftText(article.value) : await frozenText(article.value, revision)
      return text === null ? null : pageOf(core, text.facts, text.html)
    },
  }

  /** A text of another newsroom that came in an approval file. */
  async function askedPage(exchange: Exchange, revision: string | null): Promise<string | null> {
    const item = (await readRequest(core, work, exchange)).items.find(item => item.revision === revision)
    return item === undefined ? null : pageOf(core, summarize(documentIn(item.body)), item.page)
  }

  async function draftText(article: Article) {
    const draft = await desk.open(article.id)
    if (!draft.ok) return null
    const document = canonicalDocument(withoutSuggestions(draft.value.document))
    return { facts: summarize(document), html: toHtml(document) }
  }

  async function frozenText(article: Article, hash: string) {
    // The same text may have been submitted again and rendered by a newer program: the newest is what a seal covers.
    const revision = index.revisions(article.id).findLast(candidate => candidate.hash === hash)
    if (revision === undefined) return null
    const document = await readRevision(core, revision.hash)
    try {
      // Where the text is damaged the page may be whole: it is what readers were to get.
      const facts = document === null ? article : summarize(document)
      return { facts, html: Buffer.from(await core.store.blobs.read(revision.html)).toString('utf8') }
    } catch (error) {
      if (error instanceof BlobError) return null
      throw error
    }
  }
}

/** The page of a text that is no article yet, or of one as it stands. */
export function pageOf(
  core: Core,
  { headline, lead, category }: Pick<Article, 'headline' | 'lead' | 'category'>,
  articleHtml: string,
): string {
  const portal = [...core.store.all('portals').values()][0]
  const categories = (portal?.categories ?? []).map(({ id, name }) => ({
    id,
    href: `/chuyen-muc/${id}`,
    name,
  }))
  return articlePage({
    site: { name: portal?.name ?? readOrganisation(core)?.name ?? '', styleHref: previewStyle, categories },
    articleHtml,
    headline,
    lead,
    category: categories.find(candidate => candidate.id === category) ?? null,
    publishedAt: null,
    canonical: null,
    notices: [],
    poll: null,
    sameCategory: [],
    others: [],
  })
}
