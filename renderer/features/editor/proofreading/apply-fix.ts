import type { Editor } from '@tiptap/core'
import type { Transaction } from 'prosemirror-state'
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
  for (const placed of [...all].sort((a, b) => b.from - a.from)) {
    const [fix] = placed.finding.fixes
    if (fix === undefined || placed.to > end || !replace(tr, placed, fix)) continue
    end = placed.from
    count += 1
  }
  if (count > 0) editor.view.dispatch(tr)
  return count
}

function replace(tr: Transaction, { from, to, words }: PlacedFinding, fix: string): boolean {
  if (to > tr.doc.content.size || tr.doc.textBetween(from, to, '\n', '\n') !== words) return false
  if (fix === '') tr.delete(from, to)
  else tr.insertText(fix, from, to)
  return true
}
