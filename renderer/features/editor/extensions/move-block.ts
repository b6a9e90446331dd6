import { Extension } from '@tiptap/core'
import type { NodeRange } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'

/** Alt+↑ and Alt+↓ carry the blocks of the selection past their neighbour: list items in
 * their list, steps among the steps, blocks of a part of a procedure in that part, all else in the body. */
export const MoveBlock = Extension.create({
  name: 'moveBlock',
  addKeyboardShortcuts() {
    const run = (by: 1 | -1) => () => this.editor.commands.command(({ tr }) => moveBlock(tr, by))
    return { 'Alt-ArrowUp': run(-1), 'Alt-ArrowDown': run(1) }
  },
})

const carriers: readonly string[] = ['doc', 'bulletList', 'orderedList', 'steps', 'procedureSection']

/** True also where there is no way further: the key means nothing else. False in headline and lead. */
export function moveBlock(tr: Transaction, by: 1 | -1): boolean {
  const range = movable(tr)
  if (range === null) return false
  carryBlocks(tr, range, by)
  return true
}

/** Past the neighbour on that side; where there is none, nothing happens. */
export function carryBlocks(tr: Transaction, range: NodeRange, by: 1 | -1): void {
  const { parent, startIndex, endIndex, start, end } = range
  const first = parent.type.name === 'doc' ? 2 : 0
  if (by < 0) {
    if (startIndex <= first) return
    const neighbour = parent.child(startIndex - 1)
    tr.delete(start - neighbour.nodeSize, start).insert(end - neighbour.nodeSize, neighbour)
  } else {
    const neighbour = parent.maybeChild(endIndex)
    if (neighbour === null) return
    // The neighbour goes, so that the selection stays with the words.
    tr.delete(end, end + neighbour.nodeSize).insert(start, neighbour)
  }
  tr.scrollIntoView()
}

function movable({ selection: { $from, $to } }: Transaction): NodeRange | null {
  const range = $from.blockRange($to, ({ type }) => carriers.includes(type.name))
  if (range === null || (range.parent.type.name === 'doc' && range.startIndex < 2)) return null
  return range
}
