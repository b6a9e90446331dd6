import { Extension } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { bareViews, type ViewOptions } from './view-words.ts'

/** Grey words in the empty parts of an article, drawn by the style sheet from `data-placeholder`. */
export const Placeholders = Extension.create<ViewOptions>({
  name: 'placeholders',
  addOptions: () => bareViews,
  addProseMirrorPlugins() {
    const { word } = this.options
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) =>
            DecorationSet.create(
              doc,
              emptyParts(doc).map(({ node, position, key }) =>
                Decoration.node(position, position + node.nodeSize, {
                  class: 'is-empty',
                  'data-placeholder': word(key),
                }),
              ),
            ),
        },
      }),
    ]
  },
})

interface EmptyPart {
  readonly node: Node
  readonly position: number
  readonly key: TextKey
}

function emptyParts(document: Node): EmptyPart[] {
  const found: EmptyPart[] = []
  const look = (node: Node, position: number, parent: Node) => {
    const key = node.childCount === 0 ? keyOf(node, parent) : null
    if (key !== null) found.push({ node, position, key })
    if (!holders.includes(node.type.name)) return
    node.forEach((child, offset) => {
      look(child, position + 1 + offset, node)
    })
  }
  document.forEach((node, position) => {
    look(node, position, document)
  })
  return found
}

/** What has grey words of its own in it. */
const holders: readonly string[] = ['poll', 'steps', 'step', 'procedureSection']

function keyOf(node: Node, parent: Node): TextKey | null {
  switch (node.type.name) {
    case 'headline':
      return 'editor.placeholder.headline'
    case 'lead':
      return 'editor.placeholder.lead'
    case 'stepTitle':
      return 'editor.placeholder.step'
    case 'pollChoice':
      return 'editor.placeholder.choice'
    case 'heading':
      return 'editor.placeholder.heading'
    case 'pullQuote':
      return 'editor.placeholder.pullQuote'
    case 'paragraph':
      return onlyLine(parent)
    default:
      return null
  }
}

/** Of a paragraph that is all there is. */
function onlyLine({ type, childCount }: Node): TextKey | null {
  if (type.name === 'doc') return childCount === 3 ? 'editor.placeholder.body' : null
  if (type.name === 'procedureSection') return childCount === 1 ? 'editor.placeholder.section' : null
  return type.name === 'step' && childCount === 2 ? 'editor.placeholder.details' : null
}
