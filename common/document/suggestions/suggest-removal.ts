import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { isContentItself } from './settle'
import { isWhollyOwn, stampMark } from './suggested-content'
import { type SuggestionStamp, suggestionMark } from './suggestion-marks'

interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Suggests that a stretch goes: texts and whole blocks in it are marked, a block that only begins in it is joined to the
 * one before when this is accepted. What the same person had only suggested goes at once.
 */
export function suggestRemoval(tr: Transform, from: number, to: number, stamp: SuggestionStamp): void {
  const { schema } = tr.doc.type
  const gone: Stretch[] = []
  const marked: Stretch[] = []
  const blocks: number[] = []
  tr.doc.nodesBetween(from, to, (node, position) => {
    const end = position + node.nodeSize
    if (node.isInline) {
      const stretch = { from: Math.max(position, from), to: Math.min(end, to) }
      if (stretch.from >= stretch.to) return false
      if (isWhollyOwn(node, stamp.by)) gone.push(stretch)
      else if (suggestionMark(node, 'deleted') === undefined) marked.push(stretch)
      return false
    }
    if (position < from || end > to) return true
    if (isWhollyOwn(node, stamp.by)) {
      gone.push({ from: position, to: end })
      return false
    }
    const isTop = !blocks.some(
      block => block <= position && position < block + (tr.doc.nodeAt(block)?.nodeSize ?? 0),
    )
    if ((isTop || isContentItself(node)) && wholly(node) !== 'deleted') blocks.push(position)
    return true
  })
  const border = borderBetween(tr.doc, from, to, stamp.by)
  for (const stretch of marked) tr.addMark(stretch.from, stretch.to, stampMark(schema, 'deleted', stamp))
  for (const position of blocks) tr.addNodeMark(position, stampMark(schema, 'deleted', stamp))
  if (border !== null && !border.isOwn) {
    tr.addNodeMark(border.position, stampMark(schema, 'deleted', stamp, { join: border.levels }))
  }
  const before = tr.mapping.maps.length
  for (const stretch of gone.toReversed()) tr.delete(stretch.from, stretch.to)
  if (border?.isOwn) tr.join(tr.mapping.slice(before).map(border.position), border.levels)
}

function wholly(node: Node): 'deleted' | 'open' {
  return suggestionMark(node, 'deleted')?.attrs.join === 0 ? 'deleted' : 'open'
}

interface Border {
  readonly position: number
  readonly levels: number
  /** The same person had suggested it. */
  readonly isOwn: boolean
}

/** Where a stretch leaves one block and enters the next of the same depth; null when it stays in one or they do not match. */
function borderBetween(document: Node, from: number, to: number, by: string): Border | null {
  const $from = document.resolve(from)
  const $to = document.resolve(to)
  const shared = $from.sharedDepth(to)
  const levels = $to.depth - shared
  if (levels === 0 || $from.depth !== $to.depth || (shared === 0 && $to.index(0) < 3 && $from.index(0) < 2))
    return null
  const entered = $to.node(shared + 1)
  if ($from.node(shared + 1).isTextblock !== entered.isTextblock) return null
  if (suggestionMark(entered, 'deleted') !== undefined) return null
  const inserted = suggestionMark(entered, 'inserted')
  return {
    position: $to.before(shared + 1),
    levels,
    isOwn: inserted?.attrs.by === by && inserted.attrs.split === levels,
  }
}
