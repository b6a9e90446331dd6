import type { Editor } from '@tiptap/core'
import type { Transaction } from 'prosemirror-state'
import { type AttributePlace, readPlace, writePlace } from '#common/document/attribute-texts'
import { readInput } from '../read-input.ts'
import type { PlacedFinding } from './proofread-marks.ts'

/** Puts a fix in place of the words, if they still stand there; marks of the text stay. */
export function applyFix(editor: Editor, placed: PlacedFinding, fix: string): boolean {
  readInput(editor.view)
  const { tr } = editor.state
  if (!replace(tr, placed, fix)) return false
  editor.view.dispatch(tr.scrollIntoView())
  return true
}

/** The first fix of every finding, as one undo step; how many were put in. */
export function applyAll(editor: Editor, all: readonly PlacedFinding[]): number {
  readInput(editor.view)
  const { tr } = editor.state
  let count = 0
  let end = Number.POSITIVE_INFINITY
  const backwards = [...all].sort((a, b) => b.from - a.from || b.finding.from - a.finding.from)
  for (const placed of backwards) {
    const [fix] = placed.finding.fixes
    const overlaps = placed.place === undefined && placed.to > end
    if (fix === undefined || overlaps || !replace(tr, placed, fix)) continue
    if (placed.place === undefined) end = placed.from
    count += 1
  }
  if (count > 0) editor.view.dispatch(tr)
  return count
}

function replace(tr: Transaction, placed: PlacedFinding, fix: string): boolean {
  const { from, to, words, place } = placed
  if (place !== undefined) return replaceInAttribute(tr, placed, place, fix)
  if (to > tr.doc.content.size || tr.doc.textBetween(from, to, '\n', '\n') !== words) return false
  if (fix === '') tr.delete(from, to)
  else tr.insertText(fix, from, to)
  return true
}

function replaceInAttribute(
  tr: Transaction,
  { from, words, finding }: PlacedFinding,
  place: AttributePlace,
  fix: string,
): boolean {
  const node = tr.doc.nodeAt(from)
  const text = node === null ? '' : readPlace(node, place)
  if (node === null || text.slice(finding.from, finding.to) !== words) return false
  const { name, value } = writePlace(node, place, text.slice(0, finding.from) + fix + text.slice(finding.to))
  tr.setNodeAttribute(from, name, value)
  return true
}
