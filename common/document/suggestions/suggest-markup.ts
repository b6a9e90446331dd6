import type { Attrs, Mark, Node, NodeType } from 'prosemirror-model'
import {
  AddMarkStep,
  AttrStep,
  type RemoveMarkStep,
  type ReplaceAroundStep,
  type Transform,
} from 'prosemirror-transform'
import { formatting, isWhollyOwn, stampMark } from './suggested-content'
import { type SuggestionStamp, suggestionMark } from './suggestion-marks'

/** Suggests formatting of a stretch of text; false when it cannot be told by itself (somebody else suggested other there). */
export function suggestFormatting(
  tr: Transform,
  from: number,
  to: number,
  step: AddMarkStep | RemoveMarkStep,
  stamp: SuggestionStamp,
): boolean {
  const adds = step instanceof AddMarkStep
  const texts: { readonly node: Node; readonly from: number; readonly to: number }[] = []
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (node.isInline && node.marks.some(mark => mark.eq(step.mark)) !== adds)
      texts.push({ node, from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) })
  })
  for (const { node, from: start, to: end } of texts) {
    const changed = suggestionMark(node, 'changed')
    const isOwn = isWhollyOwn(node, stamp.by)
    if (changed !== undefined && changed.attrs.by !== stamp.by) return false
    if (changed === undefined && !isOwn)
      tr.addMark(
        start,
        end,
        stampMark(tr.doc.type.schema, 'changed', stamp, { before: { marks: formatting(node) } }),
      )
    if (adds) tr.addMark(start, end, step.mark)
    else tr.removeMark(start, end, step.mark)
    if (changed !== undefined) forgetIfBack(tr, start, end, changed)
  }
  return true
}

function forgetIfBack(tr: Transform, from: number, to: number, changed: Mark): void {
  const node = tr.doc.resolve(from).nodeAfter
  if (node !== null && JSON.stringify(formatting(node)) === JSON.stringify(changed.attrs.before.marks))
    tr.removeMark(from, to, changed)
}

/** Suggests another type or other attributes of one block; false when the step does more, or somebody else suggested some. */
export function suggestMarkup(
  tr: Transform,
  position: number,
  step: ReplaceAroundStep | AttrStep,
  stamp: SuggestionStamp,
): boolean {
  const node = tr.doc.nodeAt(position)
  const wanted = node === null ? null : markupOf(step, node)
  if (node === null || wanted === null) return false
  const changed = suggestionMark(node, 'changed')
  if (changed !== undefined && changed.attrs.by !== stamp.by) return false
  const before = changed?.attrs.before ?? { type: node.type.name, attrs: node.attrs }
  const isBack = before.type === wanted.type.name && sameAttributes(before.attrs, wanted)
  const others = node.marks.filter(mark => mark !== changed)
  const isOwn = isWhollyOwn(node, stamp.by)
  const mark = changed ?? stampMark(tr.doc.type.schema, 'changed', stamp, { before })
  tr.setNodeMarkup(position, wanted.type, wanted.attrs, isBack || isOwn ? others : mark.addToSet(others))
  return true
}

interface Markup {
  readonly type: NodeType
  readonly attrs: Attrs
}

function markupOf(step: ReplaceAroundStep | AttrStep, node: Node): Markup | null {
  if (step instanceof AttrStep) return { type: node.type, attrs: { ...node.attrs, [step.attr]: step.value } }
  const { from, to, gapFrom, gapTo, insert, slice } = step
  const wanted = slice.content.firstChild
  const isMarkup = insert === 1 && slice.size === 2 && gapFrom === from + 1 && gapTo === to - 1
  return isMarkup && wanted !== null ? { type: wanted.type, attrs: wanted.attrs } : null
}

function sameAttributes(before: unknown, { type, attrs }: Markup): boolean {
  return JSON.stringify(type.create(before as Attrs).attrs) === JSON.stringify(attrs)
}
