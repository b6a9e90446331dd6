import type { EditorView } from 'prosemirror-view'

/**
 * Lets the view take in what the browser has already done: text it put in, and above all a selection that a typing tool
 * made (Shift+Left), which ProseMirror only hears of with the next `selectionchange`. A transaction of ours in between
 * would put the old selection back, and the tool's next letters would replace the wrong ones or none. To be called
 * before the state is read for every transaction that is not the answer to an input; does nothing within a composition.
 */
export function readInput(view: EditorView): void {
  if (view.isDestroyed || view.composing) return
  // Not among the view's types, but what its own handler of `selectionchange` calls.
  const { domObserver } = view as EditorView & { readonly domObserver?: { readonly flush: () => void } }
  domObserver?.flush()
}
