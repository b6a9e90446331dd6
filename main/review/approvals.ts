import type { Approval, Article } from '#common/domain/article'
import { newId } from '#common/domain/environment'
import type { Core } from '#main/core/capability'
import type { ApprovalRecord, NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'

/** Enters an approval in the register, for the transaction that gives it. */
export function approvalChange(
  core: Core,
  article: Pick<Article, 'id' | 'revisionNumber'>,
  approval: Approval,
  exchange: string | null,
): Change<NewsroomCollections> {
  const put = {
    ...approval,
    id: newId(core.environment),
    article: article.id,
    number: article.revisionNumber,
    exchange,
  }
  return { collection: 'approvals', put }
}

/** Every approval of an article, oldest first. */
export function approvalsOf(core: Core, article: Article['id']): readonly ApprovalRecord[] {
  return [...core.store.all('approvals').values()]
    .filter(record => record.article === article)
    .sort((a, b) => a.number - b.number || a.at.localeCompare(b.at))
}
