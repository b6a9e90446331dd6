import type { ArticleId, BlobHash } from '#common/domain/ids'
import type { LedgerEntry } from './ledger-entry'
import { type Refused, refused } from './refusal'
import { remoteArticleOf } from './shelf'

/** What the sender believes the portal holds: no decision yet, the decision of this sequence, or it did not say. */
export type Precondition =
  | { readonly kind: 'first' }
  | { readonly kind: 'after'; readonly sequence: number }
  | { readonly kind: 'none' }

/** Where a decision comes from and where it goes. */
export interface Delivery {
  readonly article: ArticleId
  readonly sequence: number
  readonly precondition: Precondition
}

/**
 * The guard that makes a decision count once and in order: the same request again is a `repeat`, a lower sequence never
 * lands after a higher one, and whoever knows another state than ours is told ours.
 */
export function checkOrder(
  held: LedgerEntry | undefined,
  { sequence, precondition }: Delivery,
  request: BlobHash,
): 'new' | 'repeat' | Refused {
  if (held === undefined) {
    return precondition.kind === 'first' ? 'new' : failed(held, 'Cổng chưa có bài này.')
  }
  const current = remoteArticleOf(held)
  if (sequence === held.sequence) {
    if (request === held.request) return 'repeat'
    return refused('sequence-taken', `Số thứ tự ${sequence} đã dùng cho một yêu cầu khác.`, { current })
  }
  if (sequence < held.sequence) {
    const message = `Cổng đã có quyết định mới hơn (số thứ tự ${held.sequence}).`
    return refused('sequence-behind', message, { current })
  }
  return precondition.kind === 'after' && precondition.sequence === held.sequence
    ? 'new'
    : failed(held, `Cổng đang giữ số thứ tự ${held.sequence}.`)
}

function failed(held: LedgerEntry | undefined, fact: string): Refused {
  const message = `${fact} Lần đầu cần If-None-Match: *, các lần sau cần If-Match với số thứ tự cổng đang giữ.`
  return refused('precondition-failed', message, held === undefined ? {} : { current: remoteArticleOf(held) })
}
