import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from 'prosemirror-model'
import { bareViews, type ViewOptions } from './view-words.ts'

/** A question with its choices. The question and its dates are typed in the bar above the text. */
export const Poll = Node.create<ViewOptions>({
  name: 'poll',
  addOptions: () => bareViews,
  addAttributes: () => ({
    question: { parseHTML: element => (element.getAttribute('data-question') ?? '').slice(0, 1_000) },
    opensAt: { parseHTML: () => null, rendered: false },
    closesAt: { parseHTML: () => null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'div[data-question]' }],
  renderHTML: ({ node }) => ['div', { 'data-question': String(node.attrs.question) }, 0],
  addNodeView() {
    const { word } = this.options
    return ({ node: first, editor, getPos }) => {
      const dom = document.createElement('div')
      dom.className = 'poll-view'
      const question = dom.appendChild(document.createElement('p'))
      question.className = 'poll-question'
      question.contentEditable = 'false'
      question.dataset.typedInBar = ''
      const contentDOM = dom.appendChild(document.createElement('ul'))
      question.addEventListener('mousedown', event => {
        const position = getPos()
        if (position === undefined) return
        event.preventDefault()
        editor.commands.setNodeSelection(position)
      })
      const show = (node: ProseMirrorNode) => {
        const text = String(node.attrs.question)
        question.textContent = text === '' ? word('editor.poll.question-missing') : text
        question.classList.toggle('is-missing', text === '')
      }
      show(first)
      return {
        dom,
        contentDOM,
        update: node => {
          if (node.type.name !== 'poll') return false
          show(node)
          return true
        },
        ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      }
    }
  },
})
