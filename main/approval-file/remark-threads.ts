import { findQuote } from '#common/document/comment-place'
import type { AnswerItem } from '#common/domain/approval-file'
import type { CommentAnchor, CommentThread } from '#common/domain/comment'
import { newId } from '#common/domain/environment'
import { type AccountId, commentId, threadId } from '#common/domain/ids'
import type { Core } from '#main/core/capability'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'

const quoteLimit = 300

/**
 * What a reviewer remarked in an answer, as threads beside the article: where the quoted words stand now, or about the
 * article as a whole where they no longer do. None for an article that is not here.
 */
export async function remarkThreads(
  core: Core,
  desk: DraftDesk,
  { article, remarks }: AnswerItem,
  about: { readonly by: AccountId; readonly at: string },
): Promise<CommentThread[]> {
  if (remarks.length === 0 || !findArticle(core, article).ok) return []
  const draft = await desk.open(article)
  return remarks.map(({ quote, text }) => {
    const place = draft.ok && quote !== '' ? findQuote(draft.value.document, quote) : null
    const anchor: CommentAnchor = place === null || place.kind === 'orphan' ? { kind: 'article' } : place
    return {
      id: threadId.parse(newId(core.environment)),
      article,
      anchor,
      version: draft.ok ? draft.value.version : 0,
      quote: quote.slice(0, quoteLimit),
      comments: [{ id: commentId.parse(newId(core.environment)), ...about, text, mentions: [] }],
      resolved: null,
    }
  })
}
