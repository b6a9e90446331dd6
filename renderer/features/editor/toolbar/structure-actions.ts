import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { LayoutList, ListChecks, Rows3 } from 'lucide-react'
import { TextSelection } from 'prosemirror-state'
import { arranged } from '#common/document/arrange'
import { stepsOfList } from '#common/domain/kinds/arrange-steps'
import { findKind } from '#common/domain/kinds/registry'
import { procedureParts } from '#common/domain/procedure-part'
import { blockPlace } from '../block-place.ts'
import { insertBlock } from '../insert-block.ts'
import { readInput } from '../read-input.ts'
import { type EditorAction, isEditable, mayHoldBlocks } from './editor-action.ts'

/** Steps to write, or those of the numbered list at the cursor. */
export const steps: EditorAction = {
  id: 'steps',
  label: 'editor.action.steps',
  icon: ListChecks,
  isActive: editor => editor.isActive('steps'),
  isEnabled: editor => mayHoldBlocks(editor) && !editor.isActive('steps') && !editor.isActive('table'),
  run: editor => {
    readInput(editor.view)
    if (turnListIntoSteps(editor)) return
    const { steps: type, step, stepTitle } = editor.schema.nodes
    if (type === undefined || step === undefined || stepTitle === undefined) return
    const node = type.create(null, step.create(null, stepTitle.create()))
    const after = insertBlock(editor, editor.state.selection.to, node)
    editor
      .chain()
      .setTextSelection(after - node.nodeSize + 3)
      .focus()
      .run()
  },
}

/** The next part of a procedure that is not there yet, where it belongs in the order. */
export const procedureSection: EditorAction = {
  id: 'procedureSection',
  label: 'editor.action.procedureSection',
  icon: Rows3,
  isEnabled: editor =>
    isEditable(editor) && editor.state.doc.attrs.kind === 'procedure' && missingPart(editor) !== null,
  run: editor => {
    readInput(editor.view)
    const missing = missingPart(editor)
    const { procedureSection: type, paragraph } = editor.schema.nodes
    if (missing === null || type === undefined || paragraph === undefined) return
    const { tr } = editor.state
    tr.insert(missing.position, type.create({ part: missing.part }, paragraph.create()))
    tr.setSelection(TextSelection.create(tr.doc, missing.position + 2))
    editor.view.dispatch(closeHistory(tr).scrollIntoView())
    editor.view.focus()
  },
}

/** Lists and headings of an older or imported article as the structure its kind has now. */
export const arrange: EditorAction = {
  id: 'arrange',
  label: 'editor.action.arrange',
  icon: LayoutList,
  isEnabled: editor => isEditable(editor) && arranged(editor.state.doc) !== editor.state.doc,
  run: editor => {
    readInput(editor.view)
    const { tr } = editor.state
    findKind(String(tr.doc.attrs.kind))?.arrange?.(tr)
    editor.view.dispatch(closeHistory(tr).scrollIntoView())
    editor.view.focus()
  },
}

function turnListIntoSteps(editor: Editor): boolean {
  const { tr } = editor.state
  const { start } = blockPlace(tr.doc, tr.selection.from)
  const list = tr.doc.nodeAt(start)
  const made = list?.type.name === 'orderedList' ? stepsOfList(list) : null
  if (list == null || made === null) return false
  tr.replaceWith(start, start + list.nodeSize, made).setSelection(TextSelection.create(tr.doc, start + 3))
  editor.view.dispatch(closeHistory(tr).scrollIntoView())
  editor.view.focus()
  return true
}

/** Behind the last part that comes before it; where there is none, before the first, or at the end. */
function missingPart({ state: { doc } }: Editor) {
  const there = new Map<unknown, { readonly start: number; readonly end: number }>()
  doc.forEach((node, start) => {
    if (node.type.name === 'procedureSection')
      there.set(node.attrs.part, { start, end: start + node.nodeSize })
  })
  const missing = procedureParts.findIndex(({ id }) => !there.has(id))
  const part = procedureParts[missing]
  if (part === undefined) return null
  const before = procedureParts.slice(0, missing).findLast(({ id }) => there.has(id))
  const position = there.get(before?.id)?.end ?? [...there.values()][0]?.start ?? doc.content.size
  return { part: part.id, position }
}
