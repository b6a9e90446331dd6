import type { Node } from 'prosemirror-model'
import { type EditorState, NodeSelection } from 'prosemirror-state'

const partNames = ['figure', 'attachment', 'poll', 'table'] as const

/** The picture, file, poll or table the selection is on or in: the bar above the text speaks of it. */
export interface SelectedPart {
  readonly name: (typeof partNames)[number]
  readonly position: number
  readonly node: Node
}

export function selectedPart({ selection }: EditorState): SelectedPart | null {
  if (selection instanceof NodeSelection) {
    const name = nameOf(selection.node)
    if (name !== null) return { name, position: selection.from, node: selection.node }
  }
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    const name = nameOf(node)
    if (name !== null) return { name, position: $from.before(depth), node }
  }
  return null
}

function nameOf(node: Node): SelectedPart['name'] | null {
  return partNames.find(name => name === node.type.name) ?? null
}
