import { mergeAttributes, Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from 'prosemirror-model'
import { pictureDisplays } from '#common/document/schema'
import { centre, readFocus } from '#common/domain/focus-point'
import { blobHash } from '#common/domain/ids'
import { bareViews, type ViewOptions } from './view-words.ts'

/** A picture with its caption as content. The description and the credit are typed in the bar above the text. */
export const Figure = Node.create<ViewOptions>({
  name: 'figure',
  addOptions: () => bareViews,
  addAttributes: () => ({
    image: { parseHTML: element => element.getAttribute('data-image') },
    alt: { parseHTML: element => element.getAttribute('data-alt') ?? '' },
    credit: { parseHTML: element => element.getAttribute('data-credit') ?? '' },
    width: { parseHTML: element => size(element, 'data-width') },
    height: { parseHTML: element => size(element, 'data-height') },
    display: {
      parseHTML: element =>
        pictureDisplays.find(display => display === element.getAttribute('data-display')) ?? 'normal',
    },
    focus: { parseHTML: element => readFocus(parsed(element.getAttribute('data-focus'))) },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-image]',
      contentElement: 'figcaption',
      getAttrs: element => (blobHash.safeParse(element.getAttribute('data-image')).success ? null : false),
    },
  ],
  renderHTML: ({ node }) => [
    'figure',
    mergeAttributes(
      Object.fromEntries(
        Object.entries(node.attrs)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [`data-${name}`, name === 'focus' ? JSON.stringify(value) : String(value)]),
      ),
    ),
    ['figcaption', 0],
  ],
  addNodeView() {
    const { word, blobUrl } = this.options
    return ({ node: first, editor, getPos }) => {
      const dom = document.createElement('figure')
      const picture = dom.appendChild(document.createElement('img'))
      const marker = dom.appendChild(document.createElement('span'))
      const contentDOM = dom.appendChild(document.createElement('figcaption'))
      const credit = dom.appendChild(document.createElement('small'))
      marker.className = 'figure-marker'
      marker.dataset.typedInBar = ''
      credit.className = 'figure-credit'
      for (const part of [picture, marker, credit]) part.contentEditable = 'false'
      const select = (event: Event) => {
        const position = getPos()
        if (position === undefined) return
        event.preventDefault()
        if (event.currentTarget === picture) editor.view.focus()
        editor.commands.setNodeSelection(position)
      }
      picture.addEventListener('mousedown', select)
      marker.addEventListener('mousedown', select)
      const show = (node: ProseMirrorNode) => {
        const { image, alt, credit: by, width, height, display } = node.attrs
        const { x, y } = readFocus(node.attrs.focus) ?? centre
        picture.style.objectPosition = `${x}% ${y}%`
        dom.dataset.display = String(display)
        const source = blobUrl(String(image))
        if (picture.getAttribute('src') !== source) picture.src = source
        picture.alt = String(alt)
        if (width !== null) picture.width = Number(width)
        if (height !== null) picture.height = Number(height)
        marker.textContent = String(alt).trim() === '' ? word('editor.figure.alt-missing') : ''
        marker.hidden = marker.textContent === ''
        credit.textContent = by === '' ? '' : `${word('editor.figure.credit-prefix')} ${by}`
        credit.hidden = by === ''
        contentDOM.classList.toggle('is-empty', node.childCount === 0)
        contentDOM.dataset.placeholder = word('editor.figure.caption-placeholder')
      }
      show(first)
      return {
        dom,
        contentDOM,
        update: node => {
          if (node.type.name !== 'figure') return false
          show(node)
          return true
        },
        ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      }
    }
  },
})

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return null
  }
}

function size(element: HTMLElement, name: string): number | null {
  const value = Number(element.getAttribute(name))
  return Number.isInteger(value) && value >= 1 && value <= 100_000 ? value : null
}
