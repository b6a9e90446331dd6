import { Extension } from '@tiptap/core'
import type { NodeRange } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'

/** Alt+↑ and Alt+↓ carry the blocks of the selection past their neighbour: list items in their list, all else in the body. */
export const MoveBlock = Extension.create({
  name: 'moveBlock',
  addKeyboardShortcuts() {
    const run = (by: 1 | -1) => () => this.editor.commands.command(({ tr }) => moveBlock(tr, by))
    return { 'Alt-ArrowUp': run(-1), 'Alt-ArrowDown': run(1) }
  },
})

/** True also where there is no way further: the key means nothing else. False in headline and lead. */
export function moveBlock(tr: Transaction, by: 1 | -1): boolean {
  const range = movable(tr)
  if (range === null) return false
  const { parent, startIndex, endIndex, start, end } = range
  const first = parent.type.name === 'doc' ? 2 : 0
  if (by < 0) {
    if (startIndex <= first) return true
    const neighbour = parent.child(startIndex - 1)
    tr.delete(start - neighbour.nodeSize, start).insert(end - neighbour.nodeSize, neighbour)
  } else {
    const neighbour = parent.maybeChild(endIndex)
    if (neighbour === null) return true
    // The neighbour goes, so that the selection stays with the words.
    tr.delete(end, end + neighbour.nodeSize).insert(start, neighbour)
  }
  tr.scrollIntoView()
  return true
}

function movable({ selection: { $from, $to } }: Transaction): NodeRange | null {
  const range = $from.blockRange($to, ({ type }) => type.name === 'doc' || type.name.endsWith('List'))
  if (range === null || (range.parent.type.name === 'doc' && range.startIndex < 2)) return null
  return range
}
