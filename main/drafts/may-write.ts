import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import { decide } from '#common/domain/workflow'
import type { Core } from '#main/core/capability'
import { findArticle } from './draft-desk'
import type { LiveDraft } from './live-draft'

/** Null when this person may change the text now. */
export function writeRefusal(core: Core, draft: LiveDraft, account: Account): Problem | null {
  const article = findArticle(core, draft.article)
  if (!article.ok) return article.problem
  if (decide('edit', article.value, account).ok) return null
  return decide('suggest', article.value, account).ok
    ? problem('suggestions-only')
    : problem('draft-frozen', { stage: article.value.stage })
}
