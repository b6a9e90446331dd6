import type { Input } from '#common/api/contract'

type Answered = Input<'approvalFiles.answer'>['items'][number]
type Bare<T> = T extends unknown ? Omit<T, 'article'> : never

/** What a reviewer chose for one text of an approval file; `none` until then. */
export type Decided = Bare<Answered> | { readonly decision: 'none' }

/** Whether it can be sent: a return for another reason needs its words, a comment some. */
export function isDecided(decided: Decided): decided is Bare<Answered> {
  switch (decided.decision) {
    case 'none':
      return false
    case 'approve':
      return true
    case 'return':
      return decided.reason !== 'other' || decided.note.trim() !== ''
    case 'comment':
      return decided.remarks.length > 0
  }
}
