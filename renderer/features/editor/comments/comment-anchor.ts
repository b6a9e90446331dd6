import { sendableSteps } from 'prosemirror-collab'
import { type EditorState, NodeSelection } from 'prosemirror-state'
import type { CommentAnchor } from '#common/domain/comment'

/**
 * What a comment begun now is about: the selected words, the selected picture, file or cell, else the words the cursor
 * is in. The whole article when there are none. Call it when everything typed is sent.
 */
export function anchorAt(state: EditorState): CommentAnchor {
  const { selection } = state
  if (sendableSteps(state) !== null) return { kind: 'article' }
  if (selection instanceof NodeSelection) return { kind: 'node', position: selection.from }
  if (!selection.empty) return { kind: 'range', from: selection.from, to: selection.to }
  const { $from } = selection
  if (!$from.parent.isTextblock) return { kind: 'article' }
  if ($from.parent.childCount > 0) return { kind: 'range', from: $from.start(), to: $from.end() }
  return $from.depth > 0 && $from.parent.type.name === 'figure'
    ? { kind: 'node', position: $from.before() }
    : { kind: 'article' }
}
