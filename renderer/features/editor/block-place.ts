import type { Node } from 'prosemirror-model'

/** What holds blocks that stand below each other as in the article itself. */
export function isFlow({ type }: Node): boolean {
  return type.name === 'doc' || type.name === 'procedureSection' || type.name === 'step'
}

/** The block around a position, in the innermost flow: where new blocks go. */
export interface BlockPlace {
  readonly start: number
  readonly end: number
  /** An empty paragraph: what is put in stands instead of it. */
  readonly isEmpty: boolean
}

/** Between two blocks the place is there. Never the headline, the lead, nor the line of a step: then the place is behind them. */
export function blockPlace(document: Node, position: number): BlockPlace {
  const $place = document.resolve(Math.min(position, document.content.size))
  let depth = $place.depth
  while (!isFlow($place.node(depth))) depth -= 1
  const flow = $place.node(depth)
  const first = flow.type.name === 'doc' ? 2 : flow.type.name === 'step' ? 1 : 0
  const index = Math.max($place.index(depth), first)
  const start = $place.posAtIndex(index, depth)
  const block = flow.maybeChild(index)
  const isEmpty = block?.type.name === 'paragraph' && block.childCount === 0
  const isBetween = $place.depth === depth && index === $place.index(depth)
  return { start, end: isBetween && !isEmpty ? start : start + (block?.nodeSize ?? 0), isEmpty }
}
