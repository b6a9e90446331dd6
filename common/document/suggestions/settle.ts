import { Mark, type Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { fieldSuggestions, SuggestFieldStep } from './field-suggestions'
import {
  isSuggestionMark,
  plainMarks,
  type SuggestionStamp,
  stampOf,
  suggestionMark,
} from './suggestion-marks'

/** What becomes of a suggestion; null leaves it open. */
export type Verdict = 'accept' | 'reject' | null
export type Judge = (suggestion: SuggestionStamp) => Verdict

/**
 * Accepts and rejects, as steps on `tr`. Nothing typed is lost: a block that is to go stays as long as it holds text
 * that is not to go (somebody typed into it meanwhile).
 */
export function settle(tr: Transform, judge: Judge): void {
  settleMarks(tr, judge)
  for (const [field, suggestion] of Object.entries(fieldSuggestions(tr.doc))) {
    const verdict = judge(suggestion)
    if (verdict === null) continue
    tr.step(new SuggestFieldStep(field, null))
    if (verdict === 'accept') tr.setDocAttribute(field, suggestion.value)
  }
}

/** The text as it stands: without what is only suggested. Returns the document itself when nothing is. */
export function withoutSuggestions(document: Node): Node {
  return hasSuggestions(document) ? settled(document, () => 'reject').doc : document
}

export function settled(document: Node, judge: Judge): Transform {
  const tr = new Transform(document)
  settle(tr, judge)
  return tr
}

export function hasSuggestions(document: Node): boolean {
  if (Object.keys(fieldSuggestions(document)).length > 0) return true
  let found = false
  document.descendants(node => {
    found ||= node.marks.some(isSuggestionMark)
    return !found
  })
  return found
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function settleMarks(tr: Transform, judge: Judge): void {
  const gone: Stretch[] = []
  const joins: { readonly position: number; readonly levels: number }[] = []
  tr.doc.descendants((node, position) => {
    if (!node.marks.some(mark => isSuggestionMark(mark) && judge(stampOf(mark)) !== null)) return true
    const isGone = goes(node, judge) && !(node.isBlock && isLive(node, judge))
    if (isGone) {
      gone.push({ from: position, to: position + node.nodeSize })
      return false
    }
    const levels = joined(node, judge)
    if (levels > 0) joins.push({ position, levels })
    if (node.isInline) settleInline(tr, node, position, judge)
    else settleBlock(tr, node, position, judge)
    return true
  })
  const before = tr.mapping.maps.length
  for (const stretch of gone.toReversed()) remove(tr, stretch)
  const after = tr.mapping.slice(before)
  for (const { position, levels } of joins.toReversed()) {
    const { pos, deleted } = after.mapResult(position)
    if (!deleted) join(tr, pos, levels)
  }
}

function goes(node: Node, judge: Judge): boolean {
  const inserted = suggestionMark(node, 'inserted')
  const deleted = suggestionMark(node, 'deleted')
  return (
    (inserted?.attrs.split === 0 && judge(stampOf(inserted)) === 'reject') ||
    (deleted?.attrs.join === 0 && judge(stampOf(deleted)) === 'accept')
  )
}

/** A block holds something that stays. A picture or a file is something by itself, a paragraph only with its text. */
function isLive(block: Node, judge: Judge): boolean {
  return block.children.some(child => {
    if (child.isInline || isContentItself(child))
      return !goes(child, judge) || (child.isBlock && isLive(child, judge))
    return isLive(child, judge)
  })
}

export function isContentItself({ type }: Node): boolean {
  return type.isLeaf || type.name === 'figure' || type.name === 'poll'
}

function joined(node: Node, judge: Judge): number {
  const inserted = suggestionMark(node, 'inserted')
  const deleted = suggestionMark(node, 'deleted')
  const rejected =
    inserted !== undefined && judge(stampOf(inserted)) === 'reject' ? Number(inserted.attrs.split) : 0
  const accepted =
    deleted !== undefined && judge(stampOf(deleted)) === 'accept' ? Number(deleted.attrs.join) : 0
  return Math.max(rejected, accepted)
}

function settleInline(tr: Transform, node: Node, position: number, judge: Judge): void {
  const end = position + node.nodeSize
  for (const mark of node.marks) {
    if (!isSuggestionMark(mark)) continue
    const verdict = judge(stampOf(mark))
    if (verdict === null) continue
    tr.removeMark(position, end, mark)
    if (mark.type.name !== 'changed' || verdict === 'accept') continue
    const before = marksBefore(mark)
    for (const one of plainMarks(node.marks)) if (!one.isInSet(before)) tr.removeMark(position, end, one)
    for (const one of before) if (!one.isInSet(node.marks)) tr.addMark(position, end, one)
  }
}

function settleBlock(tr: Transform, node: Node, position: number, judge: Judge): void {
  const marks = node.marks.filter(mark => !isSuggestionMark(mark) || judge(stampOf(mark)) === null)
  const changed = suggestionMark(node, 'changed')
  const restores = changed !== undefined && judge(stampOf(changed)) === 'reject'
  if (marks.length === node.marks.length) return
  if (!restores) {
    for (const mark of node.marks) if (!mark.isInSet(marks)) tr.removeNodeMark(position, mark)
    return
  }
  const { type, attrs } = changed.attrs.before
  tr.setNodeMarkup(position, tr.doc.type.schema.nodes[String(type)] ?? null, attrs, marks)
}

function marksBefore(changed: Mark): readonly Mark[] {
  const { schema } = changed.type
  const json: unknown = changed.attrs.before.marks
  return Mark.setFrom((Array.isArray(json) ? json : []).map(one => Mark.fromJSON(schema, one)))
}

/** Takes a stretch away; what would be left without what it must contain goes too, or gets an empty paragraph. */
function remove(tr: Transform, { from, to }: Stretch): void {
  const $from = tr.doc.resolve(from)
  const { parent } = $from
  const index = $from.index()
  if (parent.canReplace(index, index + 1)) {
    tr.delete(from, to)
    return
  }
  if (parent.childCount === 1 && $from.depth > 0 && parent.type.spec.isolating !== true) {
    remove(tr, { from: $from.before(), to: $from.after() })
    return
  }
  const filler = parent.contentMatchAt(index).defaultType?.createAndFill()
  if (filler) tr.replaceWith(from, to, filler)
}

/** As many levels as fit together now. */
function join(tr: Transform, position: number, levels: number): void {
  for (let depth = levels; depth > 0; depth -= 1) {
    const $position = tr.doc.resolve(position)
    let before = $position.nodeBefore
    let after = $position.nodeAfter
    for (let level = 1; level < depth; level += 1) {
      before = before?.lastChild ?? null
      after = after?.firstChild ?? null
    }
    if (before === null || after === null || before.isLeaf || after.isLeaf) continue
    if (before.isTextblock !== after.isTextblock) continue
    try {
      tr.join(position, depth)
      return
    } catch {
      // What cannot be one block stays two.
    }
  }
}
