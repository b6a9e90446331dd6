import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from 'prosemirror-model'

/** A sentence set large. Who said it is typed in the bar above the text; Enter goes on below. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  addAttributes: () => ({
    by: { parseHTML: element => (element.getAttribute('data-by') ?? '').slice(0, 1_000) },
  }),
  parseHTML: () => [{ tag: 'p[data-pull-quote]', priority: 60 }],
  // Before `p`, which would take it for a paragraph.
  priority: 1_100,
  renderHTML: ({ node }) => ['p', { 'data-pull-quote': '', 'data-by': String(node.attrs.by) }, 0],
  addNodeView() {
    return ({ node: first }) => {
      const dom = document.createElement('div')
      dom.className = 'pull-quote-view'
      const contentDOM = dom.appendChild(document.createElement('p'))
      const by = dom.appendChild(document.createElement('small'))
      by.contentEditable = 'false'
      const show = (node: ProseMirrorNode) => {
        by.textContent = String(node.attrs.by)
        by.hidden = by.textContent === ''
      }
      show(first)
      return {
        dom,
        contentDOM,
        update: node => {
          if (node.type.name !== 'pullQuote') return false
          show(node)
          return true
        },
        ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      }
    }
  },
})
