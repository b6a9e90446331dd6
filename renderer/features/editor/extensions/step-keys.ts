import type { Node, ResolvedPos } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'

/**
 * Enter. In the line of a step: the next step begins with what stood behind the cursor; in an empty last one the steps
 * end. In an empty last line of the details: the next step.
 */
export function nextStep(tr: Transaction): boolean {
  const { $from, $to, empty } = tr.selection
  const depth = stepDepth($from)
  if (depth === null || !$from.sameParent($to)) return false
  const step = $from.node(depth)
  if (isTitle($from.parent)) {
    if (!empty) tr.deleteSelection()
    const { $from: $cursor } = tr.selection
    const isLast = $cursor.index(depth - 1) === $cursor.node(depth - 1).childCount - 1
    if ($cursor.parent.childCount === 0 && step.childCount === 1 && isLast) return endSteps(tr, depth)
    if ($cursor.parentOffset === $cursor.parent.content.size) return addStep(tr, $cursor.after(depth))
    tr.split($cursor.pos, 2)
    return moveTo(tr, $cursor.pos + 4)
  }
  const isLastLine = $from.depth === depth + 1 && $from.index(depth) === step.childCount - 1
  if (!empty || !isLastLine || $from.parent.type.name !== 'paragraph' || $from.parent.childCount > 0)
    return false
  const after = $from.after(depth) - $from.parent.nodeSize
  tr.delete($from.before(), $from.after())
  return addStep(tr, after)
}

/** Tab: from the line of a step to how it is done; an empty paragraph is made for it. */
export function addDetails(tr: Transaction): boolean {
  const { $from } = tr.selection
  const depth = stepDepth($from)
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (depth === null || !isTitle($from.parent) || paragraph === undefined) return false
  if ($from.node(depth).childCount === 1) tr.insert($from.after(), paragraph.create())
  tr.setSelection(TextSelection.near(tr.doc.resolve($from.after() + 1))).scrollIntoView()
  return true
}

/** Shift+Tab in the first line of the details: back to what to do. */
export function backToTitle(tr: Transaction): boolean {
  const { $from } = tr.selection
  const depth = stepDepth($from)
  if (depth === null || $from.depth !== depth + 1 || $from.index(depth) !== 1) return false
  return moveTo(tr, $from.before() - 1)
}

/** Backspace at the beginning of a step: it goes on in the one before; the first one becomes text above the steps. */
export function joinStepBefore(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  const depth = stepDepth($from)
  if (depth === null || !empty || $from.parentOffset > 0 || !isTitle($from.parent)) return false
  return $from.index(depth - 1) === 0 ? liftStep(tr, depth) : joinSteps(tr, $from.before(depth))
}

/** Delete at the end of a step takes in the next one; at the end of the last one it does nothing. */
export function joinNextStep(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  const depth = stepDepth($from)
  if (depth === null || !empty || !isAtEnd($from, depth) || isWithinBlock($from, depth)) return false
  const steps = $from.node(depth - 1)
  return $from.index(depth - 1) === steps.childCount - 1 || joinSteps(tr, $from.after(depth))
}

/** Whether a position is the last one in its ancestor at that depth. */
export function isAtEnd($position: ResolvedPos, depth: number): boolean {
  if ($position.parentOffset < $position.parent.content.size) return false
  for (let level = depth; level < $position.depth; level += 1)
    if ($position.index(level) < $position.node(level).childCount - 1) return false
  return true
}

/** In a caption or a cell of the details: what is deleted stays in it. */
function isWithinBlock($position: ResolvedPos, depth: number): boolean {
  for (let level = depth + 1; level <= $position.depth; level += 1)
    if ($position.node(level).type.spec.isolating === true) return true
  return false
}

/** Two lines become one; behind details the second line is the next paragraph of them. The cursor stays where they meet. */
function joinSteps(tr: Transaction, boundary: number): boolean {
  const { nodeBefore: before, nodeAfter: after } = tr.doc.resolve(boundary)
  const { stepTitle, paragraph } = tr.doc.type.schema.nodes
  const title = after?.firstChild ?? null
  if (before === null || after === null || title === null || paragraph === undefined || !stepTitle)
    return false
  if (before.childCount === 1) {
    const gap = before.textContent !== '' && title.childCount > 0 ? ' ' : ''
    tr.delete(boundary - 2, boundary + 2)
    if (gap !== '') tr.insertText(gap, boundary - 2)
    return moveTo(tr, boundary - 2)
  }
  const lines = title.childCount === 0 ? [] : [paragraph.create(null, title.content)]
  const moved = [...lines, ...after.children.slice(1)]
  tr.delete(boundary, boundary + after.nodeSize).insert(boundary - 1, moved)
  const meeting = tr.doc.resolve(boundary - 1)
  tr.setSelection(TextSelection.near(meeting, lines.length === 0 ? -1 : 1)).scrollIntoView()
  return true
}

/** The first step as paragraphs above the others, or instead of the steps where it was the only one. */
function liftStep(tr: Transaction, depth: number): boolean {
  const { $from } = tr.selection
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (paragraph === undefined) return false
  const step = $from.node(depth)
  const text = [paragraph.create(null, $from.parent.content), ...step.children.slice(1)]
  const start = $from.before(depth - 1)
  const isOnly = $from.node(depth - 1).childCount === 1
  if (isOnly) tr.replaceWith(start, $from.after(depth - 1), text)
  else tr.delete($from.before(depth), $from.after(depth)).insert(start, text)
  return moveTo(tr, start + 1)
}

/** The empty last step becomes a paragraph below the steps. */
function endSteps(tr: Transaction, depth: number): boolean {
  const { $from } = tr.selection
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (paragraph === undefined) return false
  if ($from.node(depth - 1).childCount === 1) return liftStep(tr, depth)
  const below = $from.after(depth - 1) - $from.node(depth).nodeSize
  tr.delete($from.before(depth), $from.after(depth)).insert(below, paragraph.create())
  return moveTo(tr, below + 1)
}

function addStep(tr: Transaction, position: number): boolean {
  const { step, stepTitle } = tr.doc.type.schema.nodes
  if (step === undefined || stepTitle === undefined) return false
  tr.insert(position, step.create(null, stepTitle.create()))
  return moveTo(tr, position + 2)
}

/** Depth of the innermost step the position is in. */
export function stepDepth($position: ResolvedPos): number | null {
  for (let depth = $position.depth; depth > 0; depth -= 1)
    if ($position.node(depth).type.name === 'step') return depth
  return null
}

function isTitle({ type }: Node): boolean {
  return type.name === 'stepTitle'
}

function moveTo(tr: Transaction, position: number): boolean {
  tr.setSelection(TextSelection.create(tr.doc, position)).scrollIntoView()
  return true
}
