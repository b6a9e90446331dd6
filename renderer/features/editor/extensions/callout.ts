import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from 'prosemirror-model'
import { calloutTones } from '#common/document/schema'
import { calloutLabel } from '#common/document/to-html'

/** What a reader must not miss. Its tone is chosen in the bar above the text; Enter in an empty last line leaves it. */
export const Callout = Node.create({
  name: 'callout',
  addAttributes: () => ({
    tone: {
      parseHTML: element =>
        calloutTones.find(tone => tone === element.getAttribute('data-tone')) ?? calloutTones[0],
    },
  }),
  parseHTML: () => [{ tag: 'div[data-tone]', contentElement: element => bodyOf(element) }],
  renderHTML: ({ node }) => ['div', { 'data-tone': String(node.attrs.tone) }, 0],
  addNodeView() {
    return ({ node: first }) => {
      const dom = document.createElement('div')
      dom.className = 'callout-view'
      const label = dom.appendChild(document.createElement('p'))
      label.className = 'callout-label'
      label.contentEditable = 'false'
      const contentDOM = dom.appendChild(document.createElement('div'))
      const show = (node: ProseMirrorNode) => {
        dom.dataset.tone = String(node.attrs.tone)
        label.textContent = calloutLabel(node)
      }
      show(first)
      return {
        dom,
        contentDOM,
        update: node => {
          if (node.type.name !== 'callout') return false
          show(node)
          return true
        },
        ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      }
    }
  },
})

/** Copied from the screen, the label comes along; it is no part of the text. */
function bodyOf(element: Element): HTMLElement {
  const body = element.cloneNode(true) as HTMLElement
  for (const label of body.querySelectorAll('.callout-label')) label.remove()
  return body
}
