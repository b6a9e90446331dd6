import type { EditorState, Transaction } from 'prosemirror-state'

/** Where a draft is being typed: an editor's view, or a bare state in tests and after the view is gone. */
export interface DraftSurface {
  readonly state: () => EditorState
  readonly apply: (transaction: Transaction) => void
  /** Takes in what the browser has done already; called before a transaction that answers no input. */
  readonly readInput?: () => void
  /** A typing tool is composing a word: no change of ours may touch the document now. */
  readonly composing: () => boolean
  /** Finishes what was typed for sending; false while a word is still being composed that may not be sent half done. */
  readonly ready?: () => boolean
}

/** A surface without a view that goes on from this state; unsent steps survive the editor that made them. */
export function bareSurface(start: EditorState): DraftSurface {
  let state = start
  return {
    state: () => state,
    apply: transaction => {
      state = state.apply(transaction)
    },
    composing: () => false,
  }
}
