import { Fragment, Mark, type Node, type Schema, Slice } from 'prosemirror-model'
import { isContentItself, settled } from './settle'
import {
  isSuggestionMark,
  plainMarks,
  type SuggestionMarkName,
  type SuggestionStamp,
} from './suggestion-marks'

/** The mark of a stamp; `more` is what this kind of mark holds besides. */
export function stampMark(
  schema: Schema,
  name: SuggestionMarkName,
  stamp: SuggestionStamp,
  more: Readonly<Record<string, unknown>> = {},
): Mark {
  const type = schema.marks[name]
  if (type === undefined) throw new RangeError(`schema without ${name}`)
  return type.create({ ...stamp, ...more })
}

/**
 * A slice with everything in it marked as inserted: texts, and blocks that are new as a whole. A block that begins in
 * the slice and goes on behind it is no new block; its beginning is (`split`).
 */
export function insertedSlice(slice: Slice, stamp: SuggestionStamp): Slice {
  const clean = cleanFragment(slice.content)
  return new Slice(
    insertedFragment(clean, stamp, slice.openStart, slice.openEnd),
    slice.openStart,
    slice.openEnd,
  )
}

/** Blocks as new ones, with what was suggested in them taken as given. */
export function insertedBlocks(blocks: Fragment, stamp: SuggestionStamp): Fragment {
  return insertedFragment(cleanFragment(blocks), stamp, 0, 0)
}

function insertedFragment(
  content: Fragment,
  stamp: SuggestionStamp,
  openStart: number,
  openEnd: number,
): Fragment {
  const last = content.childCount - 1
  return Fragment.fromArray(
    content.content.map((node, index) => {
      const opensLeft = openStart > 0 && index === 0
      const opensRight = openEnd > 0 && index === last
      const inner = insertedFragment(
        node.content,
        stamp,
        opensLeft ? openStart - 1 : 0,
        opensRight ? openEnd - 1 : 0,
      )
      if (opensLeft) return node.copy(inner)
      if (opensRight) return mark(node.copy(beginning(inner, openEnd - 1)), stamp, openEnd)
      return node.isInline || node.isBlock ? mark(node.copy(inner), stamp, 0) : node
    }),
  )
}

/** The blocks inside a split one are split with it, not by themselves. */
function beginning(content: Fragment, openEnd: number): Fragment {
  const { lastChild } = content
  if (openEnd === 0 || lastChild === null) return content
  const unmarked = lastChild.mark(plainMarks(lastChild.marks)).copy(beginning(lastChild.content, openEnd - 1))
  return content.replaceChild(content.childCount - 1, unmarked)
}

function mark(node: Node, stamp: SuggestionStamp, split: number): Node {
  return node.mark(stampMark(node.type.schema, 'inserted', stamp, { split }).addToSet(node.marks))
}

/** Content without suggestions, those it held taken as accepted. */
function cleanFragment(content: Fragment): Fragment {
  return Fragment.fromArray(
    content.content.flatMap((node): Node[] => {
      if (node.marks.some(({ type, attrs }) => type.name === 'deleted' && attrs.join === 0)) return []
      return [node.mark(plainMarks(node.marks)).copy(cleanFragment(node.content))]
    }),
  )
}

/** Equal but for who suggested what: both with everything accepted. */
export function sameWhenAccepted(a: Node, b: Node): boolean {
  return accepted(a).eq(accepted(b))
}

export function accepted(document: Node): Node {
  return settled(document, () => 'accept').doc
}

/** True when a node and everything in it was inserted under one person's name. */
export function isWhollyOwn(node: Node, by: string): boolean {
  const own = node.marks.some(
    ({ type, attrs }) => type.name === 'inserted' && attrs.by === by && attrs.split === 0,
  )
  return (
    own &&
    node.children.every(child =>
      child.isInline || isContentItself(child) ? isWhollyOwn(child, by) : ownInside(child, by),
    )
  )
}

function ownInside(node: Node, by: string): boolean {
  return node.children.every(child =>
    child.isInline || isContentItself(child) ? isWhollyOwn(child, by) : ownInside(child, by),
  )
}

/** Formatting as JSON, in schema order, for `changed.before`. */
export function formatting(node: Node): unknown[] {
  return Mark.setFrom([...plainMarks(node.marks)]).map(one => one.toJSON())
}

export function hasSuggestionMarks(slice: Slice): boolean {
  let found = false
  slice.content.descendants(node => {
    found ||= node.marks.some(isSuggestionMark)
    return !found
  })
  return found
}
