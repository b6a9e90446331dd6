import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { procedurePartIds, procedurePartTitle } from '#common/domain/procedure-part'
import { isAtEnd } from './step-keys.ts'

/**
 * A part of an administrative procedure. What stands above it is chosen in the bar, never typed; no key joins two parts.
 * Backspace takes an empty one away.
 */
export const ProcedureSection = Node.create({
  name: 'procedureSection',
  priority: 1_050,
  addAttributes: () => ({
    part: { parseHTML: element => element.getAttribute('data-procedure-part') },
  }),
  parseHTML: () => [
    {
      tag: 'div[data-procedure-part]',
      priority: 60,
      getAttrs: element =>
        procedurePartIds.some(id => id === element.getAttribute('data-procedure-part')) ? null : false,
    },
  ],
  renderHTML: ({ node }) => ['div', { 'data-procedure-part': String(node.attrs.part) }, 0],
  addNodeView() {
    return ({ node: first }) => {
      const dom = document.createElement('section')
      dom.className = 'procedure-section-view'
      const title = dom.appendChild(document.createElement('h2'))
      title.contentEditable = 'false'
      const contentDOM = dom.appendChild(document.createElement('div'))
      const show = (node: ProseMirrorNode) => {
        title.textContent = procedurePartTitle(node.attrs.part)
        dom.ariaLabel = title.textContent
      }
      show(first)
      return {
        dom,
        contentDOM,
        update: node => {
          if (node.type.name !== 'procedureSection') return false
          show(node)
          return true
        },
        ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      }
    }
  },
  addKeyboardShortcuts() {
    const run = (change: (tr: Transaction) => boolean) => () =>
      this.editor.commands.command(({ tr }) => change(tr))
    return {
      Backspace: run(stayInPart),
      'Mod-Backspace': run(stayInPart),
      'Shift-Backspace': run(stayInPart),
      Delete: run(stopAtEnd),
      'Mod-Delete': run(stopAtEnd),
    }
  },
})

function stayInPart(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  const isFirstLine =
    $from.depth === 2 && $from.node(1).type.name === 'procedureSection' && $from.index(1) === 0
  if (!empty || !isFirstLine || $from.parentOffset > 0 || $from.parent.type.name !== 'paragraph') return false
  const section = $from.node(1)
  const isLastBlock = tr.doc.childCount === 3
  if (section.childCount === 1 && section.textContent === '' && $from.parent.childCount === 0 && !isLastBlock)
    tr.delete($from.before(1), $from.after(1)).scrollIntoView()
  return true
}

function stopAtEnd(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  const inPart = $from.depth >= 2 && $from.node(1).type.name === 'procedureSection'
  return empty && inPart && isAtEnd($from, 1)
}
