import type { Node } from 'prosemirror-model'
import { type EditorState, NodeSelection } from 'prosemirror-state'

// biome-ignore format: one group a line
const partNames = [
  'figure', 'gallery', 'attachment', 'poll', 'table', 'callout', 'pullQuote',
  'step', 'procedureSection',
] as const

/** The picture, file, table … the selection is on or in: the bar above the text speaks of it. */
export interface SelectedPart {
  readonly name: (typeof partNames)[number]
  readonly position: number
  readonly node: Node
  /** What it stands in, `doc` for the article itself. */
  readonly within: string
}

export function selectedPart({ selection }: EditorState): SelectedPart | null {
  const { $from } = selection
  if (selection instanceof NodeSelection) {
    const name = nameOf(selection.node)
    if (name !== null)
      return { name, position: selection.from, node: selection.node, within: $from.parent.type.name }
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    const name = nameOf(node)
    if (name !== null)
      return { name, position: $from.before(depth), node, within: $from.node(depth - 1).type.name }
  }
  return null
}

function nameOf(node: Node): SelectedPart['name'] | null {
  return partNames.find(name => name === node.type.name) ?? null
}
