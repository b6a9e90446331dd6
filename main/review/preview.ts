import { canonicalDocument } from '#common/document/canonical'
import { toHtml } from '#common/document/to-html'
import { blobHash } from '#common/domain/ids'
import type { Core } from '#main/core/capability'
import type { DraftDesk } from '#main/drafts/draft-desk'
import { findArticle } from '#main/drafts/draft-desk'
import { articlePage } from '#main/portal/pages/article-page'

export interface Previews {
  /**
   * The page as the portal will show it: the draft as it is now, or the stored HTML of a submitted revision, byte for
   * byte what a seal covers. Null when there is no such article or revision.
   */
  page(article: string, revision: string | null): Promise<string | null>
}

export function createPreviews(core: Core, desk: DraftDesk): Previews {
  async function html(id: string, revision: string | null): Promise<{ html: string; kind: string } | null> {
    const article = findArticle(core, id)
    if (!article.ok) return null
    const draft = await desk.open(article.value.id)
    if (revision === null) {
      return draft.ok ? { html: toHtml(canonicalDocument(draft.value.document)), kind: article.value.kind } : null
    }
    for (const stored of core.store.all('revisions').values()) {
      if (stored.article !== article.value.id || stored.hash !== revision) continue
      const bytes = await core.store.blobs.read(blobHash.parse(stored.html))
      return { html: Buffer.from(bytes).toString('utf8'), kind: article.value.kind }
    }
    return null
  }

  return {
    async page(id, revision) {
      const found = await html(id, revision)
      return found === null ? null : articlePage(found)
    },
  }
}
