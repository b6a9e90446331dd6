import { Fragment, type Node } from 'prosemirror-model'
import { DocAttrStep, type Transform } from 'prosemirror-transform'
import { fieldSuggestions, SuggestFieldStep } from './field-suggestions'
import type { DirectChange, Place } from './suggest-changes'
import { suggestRemoval } from './suggest-removal'
import { insertedBlocks } from './suggested-content'
import type { SuggestionStamp } from './suggestion-marks'

/**
 * The way that always works: the fewest whole blocks that hold everything that changed are suggested to go, and the
 * blocks the person made of them to come behind them.
 */
export function replaceBlocks(tr: Transform, direct: DirectChange, stamp: SuggestionStamp): Place {
  for (const step of direct.steps) {
    if (step instanceof DocAttrStep && fieldSuggestions(tr.doc)[step.attr]?.value !== step.value)
      tr.step(new SuggestFieldStep(step.attr, { ...stamp, value: step.value }))
  }
  const stretches = [...changedLines(tr.doc, direct.doc), ...changedBody(tr.doc, direct.doc)]
  // From the end, so that what stands before keeps its position.
  const placed = stretches.toReversed().map(stretch => put(tr, stretch, stamp))
  return position => {
    const last = placed.find(({ newFrom }) => position > newFrom)
    const at = last === undefined ? position : last.place(position)
    return Math.min(Math.max(at, 0), tr.doc.content.size)
  }
}

/** What stands from `from` to `to` gives way to `content`, which the person's document has at `newFrom`. */
interface ChangedStretch {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly content: Fragment
}

function put(tr: Transform, { from, to, newFrom, content }: ChangedStretch, stamp: SuggestionStamp) {
  const count = tr.mapping.maps.length
  if (to > from) suggestRemoval(tr, from, to, stamp)
  const start = tr.mapping.slice(count).map(to, 1)
  const made = insertedBlocks(content, stamp)
  if (made.childCount > 0) tr.insert(start, made)
  const end = tr.mapping.slice(count).map(to, 1)
  const later = tr.mapping.maps.length
  /** Stretches before this one were made afterwards. */
  const now = (position: number) => tr.mapping.slice(later).map(position)
  const place = (position: number) =>
    position <= newFrom + content.size
      ? now(start + position - newFrom)
      : now(end + position - newFrom - content.size)
  return { newFrom, place }
}

/** Headline and lead cannot stand twice: their text gives way. */
function changedLines(before: Node, after: Node): ChangedStretch[] {
  return [0, 1].flatMap(index => {
    const [old, made] = [before.child(index), after.child(index)]
    const from = sizeBefore(before, index) + 1
    const newFrom = sizeBefore(after, index) + 1
    return old.eq(made) ? [] : [{ from, to: from + old.content.size, newFrom, content: made.content }]
  })
}

function changedBody(before: Node, after: Node): ChangedStretch[] {
  const [oldStart, newStart] = [sizeBefore(before, 2), sizeBefore(after, 2)]
  const body = (document: Node, start: number) => document.copy(document.content.cut(start))
  const changed = changedBlocks(body(before, oldStart), body(after, newStart), oldStart, newStart)
  return changed === null ? [] : [changed]
}

/** The children of one block, from the first that differs to the last; null when none does. */
function changedBlocks(before: Node, after: Node, start: number, newStart: number): ChangedStretch | null {
  const shared = Math.min(before.childCount, after.childCount)
  let first = 0
  while (first < shared && before.child(first).eq(after.child(first))) first += 1
  let behind = 0
  while (
    behind < shared - first &&
    before.child(before.childCount - 1 - behind).eq(after.child(after.childCount - 1 - behind))
  )
    behind += 1
  const [oldEnd, newEnd] = [before.childCount - behind, after.childCount - behind]
  if (first === oldEnd && first === newEnd) return null
  const from = start + sizeBefore(before, first)
  const newFrom = newStart + sizeBefore(after, first)
  if (oldEnd === first + 1 && newEnd === first + 1) {
    const [old, made] = [before.child(first), after.child(first)]
    if (old.sameMarkup(made) && !old.isTextblock && !old.isLeaf && canStandBeside(old, made))
      return changedBlocks(old, made, from + 1, newFrom + 1)
  }
  const content = Fragment.fromArray(after.content.content.slice(first, newEnd))
  return { from, to: start + sizeBefore(before, oldEnd), newFrom, content }
}

/** Old and new children beside each other are allowed. */
function canStandBeside(old: Node, made: Node): boolean {
  return old.type.validContent(old.content.append(made.content))
}

function sizeBefore(node: Node, index: number): number {
  return node.children.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0)
}
