import type { Mark, Node } from 'prosemirror-model'
import {
  AddMarkStep,
  AttrStep,
  DocAttrStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
  Transform,
} from 'prosemirror-transform'
import { fieldSuggestions, SuggestFieldStep } from './field-suggestions'
import { replaceBlocks } from './replace-blocks'
import { settled } from './settle'
import { suggestFormatting, suggestMarkup } from './suggest-markup'
import { suggestRemoval } from './suggest-removal'
import { insertedSlice, sameWhenAccepted } from './suggested-content'
import { isSuggestionMark, type SuggestionStamp, stampOf } from './suggestion-marks'

/** What a person did, as prosemirror recorded it. */
export interface DirectChange {
  readonly steps: readonly Step[]
  readonly docs: readonly Node[]
  readonly doc: Node
}

/** Where a position of the direct change's document is in the one with suggestions. */
export type Place = (position: number, side?: -1 | 1) => number

/**
 * Makes suggestions of what somebody did: steps on `tr`, which stands at `direct.docs[0]`. With the stamp's suggestions
 * rejected the document is what it was; with all accepted it is what the person made. Both are checked where a change
 * touches more than text, and a change that cannot be told piece by piece becomes "these blocks for those".
 */
export function suggestChanges(tr: Transform, direct: DirectChange, stamp: SuggestionStamp): Place {
  const base = tr.doc
  const attempt = piecewise(direct, stamp)
  if (attempt !== null) {
    const isRight =
      attempt.isPlain ||
      (sameAfterRejecting(base, attempt.tr.doc, stamp.by) && sameWhenAccepted(attempt.tr.doc, direct.doc))
    if (isRight) {
      for (const step of attempt.tr.steps) tr.step(step)
      return attempt.place
    }
  }
  return replaceBlocks(tr, direct, stamp)
}

/** Equal when everything one person suggested is taken away. */
export function sameAfterRejecting(before: Node, after: Node, by: string): boolean {
  const without = (document: Node) =>
    settled(document, suggestion => (suggestion.by === by ? 'reject' : null)).doc
  return without(before).eq(without(after))
}

interface Attempt {
  readonly tr: Transform
  readonly place: Place
  /** Only text within one block came or went. */
  readonly isPlain: boolean
}

/** Null when a step of the change is none that can be suggested by itself. */
function piecewise({ steps, docs }: DirectChange, stamp: SuggestionStamp): Attempt | null {
  const [base] = docs
  if (base === undefined) return null
  const tr = new Transform(base)
  let place: Place = position => position
  let isPlain = true
  for (const [index, step] of steps.entries()) {
    const before = docs[index]
    if (before === undefined) return null
    const known: Place = place
    const start = tr.mapping.maps.length
    if (step instanceof ReplaceStep) {
      isPlain &&= isText(before, step)
      const at = suggestReplacement(
        tr,
        known(step.from, -1),
        known(step.to, 1),
        step,
        stampNear(tr.doc, known(step.from, -1), known(step.to, 1), stamp),
      )
      if (at === null) return null
      const made = tr.mapping.slice(start, tr.mapping.maps.length)
      place = placeBehind(step, at.start, (position, side) => made.map(known(position, side), side))
    } else if (step instanceof ReplaceAroundStep) {
      isPlain = false
      if (!suggestMarkup(tr, known(step.from, 1), step, stamp)) return null
    } else if (step instanceof AttrStep) {
      isPlain = false
      if (!suggestMarkup(tr, known(step.pos, 1), step, stamp)) return null
    } else if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      if (isSuggestionMark(step.mark)) continue
      isPlain = false
      if (!suggestFormatting(tr, known(step.from, 1), known(step.to, -1), step, stamp)) return null
    } else if (step instanceof DocAttrStep) {
      suggestField(tr, step, stamp)
    } else return null
  }
  return { tr, place, isPlain }
}

/** Returns where the new content begins, or null when it does not fit where it was put. */
function suggestReplacement(
  tr: Transform,
  from: number,
  to: number,
  { slice }: ReplaceStep,
  stamp: SuggestionStamp,
): { readonly start: number } | null {
  const before = tr.mapping.maps.length
  if (to > from) suggestRemoval(tr, from, to, stamp)
  const start = tr.mapping.slice(before).map(from, -1)
  if (slice.size === 0) return { start }
  const marked = insertedSlice(slice, stamp)
  const count = tr.steps.length
  tr.replace(start, start, marked)
  return tr.steps.length === count + 1 ? { start } : null
}

function placeBehind(
  step: ReplaceStep,
  start: number,
  through: (position: number, side: -1 | 1) => number,
): Place {
  const { from, to, slice } = step
  return (position, side = 1) => {
    if (position < from || (position === from && slice.size === 0 && side < 0)) return through(position, -1)
    if (position <= from + slice.size && slice.size > 0) return start + position - from
    return through(position - slice.size + to - from, 1)
  }
}

/** What is typed next to one's own suggestion belongs to it. */
function stampNear(document: Node, from: number, to: number, stamp: SuggestionStamp): SuggestionStamp {
  const $position = document.resolve(from)
  const behind = document.resolve(Math.max(from, to)).nodeAfter
  const around = [$position.nodeBefore, behind, $position.depth > 0 ? $position.parent : null]
  const own = around
    .flatMap(node => node?.marks ?? [])
    .find(
      (mark: Mark) => mark.type.name !== 'changed' && isSuggestionMark(mark) && mark.attrs.by === stamp.by,
    )
  return own === undefined ? stamp : stampOf(own)
}

function suggestField(tr: Transform, { attr, value }: DocAttrStep, stamp: SuggestionStamp): void {
  const isSame = JSON.stringify(tr.doc.attrs[attr]) === JSON.stringify(value)
  const known = fieldSuggestions(tr.doc)[attr]
  if (isSame && known === undefined) return
  tr.step(new SuggestFieldStep(attr, isSame ? null : { ...stamp, value }))
}

function isText(before: Node, { from, to, slice }: ReplaceStep): boolean {
  const inline = slice.content.content.every(node => node.isInline)
  return (
    inline && before.resolve(from).sameParent(before.resolve(to)) && before.resolve(from).parent.inlineContent
  )
}
