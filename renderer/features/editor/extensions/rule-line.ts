import { Extension } from '@tiptap/core'
import type { Transaction } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'

/** Three dashes or more alone on a line become a rule on Enter, not before: who draws a longer line is not interrupted. */
export const RuleLine = Extension.create({
  name: 'ruleLine',
  // Before Enter splits the line.
  priority: 1_150,
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.command(({ tr }) => drawRule(tr)) }
  },
})

function drawRule(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  const { horizontalRule: rule, paragraph } = tr.doc.type.schema.nodes
  const isLine =
    $from.depth === 1 && $from.parent.type === paragraph && /^-{3,}$/.test($from.parent.textContent)
  if (!empty || !isLine || rule === undefined || paragraph === undefined) return false
  const from = $from.before()
  tr.replaceWith(from, $from.after(), [rule.create(), paragraph.create()])
  tr.setSelection(TextSelection.create(tr.doc, from + 2)).scrollIntoView()
  return true
}
