import type { Problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import type { Approval, Article } from '#common/domain/article'
import { blobHash } from '#common/domain/ids'
import type { Result } from '#common/domain/result'
import type { SealChain } from '#common/domain/seal'
import { isLastLevel, nextLevel, routeOf } from '#common/domain/workflow'
import { act } from '#main/articles/act'
import { sha256 } from '#main/articles/freeze'
import type { Core } from '#main/core/capability'
import { approvalChange } from './approvals'

/** What the seal of the level that signs now says of its place; undefined where there is one level only. */
export function chainFor(article: Article): SealChain | undefined {
  const { levels, policy, sameSigner } = routeOf(article)
  const level = nextLevel(article)
  if (levels.length === 1 || level === undefined) return undefined
  const before = article.signed?.at(-1)
  return {
    level: (article.signed?.length ?? 0) + 1,
    of: levels.length,
    name: level.name,
    before: before === undefined ? null : blobHash.parse(sha256(before.seal)),
    policy,
    sameSigner,
  }
}

/** Enters one level's signature: the last one approves, the others hand the text on. */
export function commitApproval(
  core: Core,
  article: Article,
  approval: Approval,
  by: Account,
  exchange: string | null,
): Promise<Result<Article, Problem>> {
  const chain = chainFor(article)
  return act(
    core,
    'approve',
    article.id,
    by,
    current =>
      isLastLevel(current)
        ? { approval, claim: null }
        : { signed: [...(current.signed ?? []), approval], claim: null },
    () => [approvalChange(core, article, approval, exchange)],
    {
      revision: approval.revision,
      html: approval.html,
      ...(exchange !== null && { exchange }),
      ...(chain !== undefined && { level: chain.level, of: chain.of, levelName: chain.name }),
    },
  )
}

/** Whether the same level of the same text still waits for its signature. */
export function waitsAlike(before: Article, now: Article | undefined): boolean {
  return (
    now?.revision === before.revision &&
    (now?.signed ?? []).length === (before.signed ?? []).length &&
    (now?.signed ?? []).at(-1)?.seal === before.signed?.at(-1)?.seal
  )
}
