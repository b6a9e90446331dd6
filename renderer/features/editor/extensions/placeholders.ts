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
  const look = (node: Node, position: number) => {
    const key = node.childCount === 0 ? keyOf(node, document) : null
    if (key !== null) found.push({ node, position, key })
    if (node.type.name !== 'poll') return
    node.forEach((choice, offset) => {
      look(choice, position + 1 + offset)
    })
  }
  document.forEach(look)
  return found
}

function keyOf(node: Node, document: Node): TextKey | null {
  switch (node.type.name) {
    case 'headline':
      return 'editor.placeholder.headline'
    case 'lead':
      return 'editor.placeholder.lead'
    case 'pollChoice':
      return 'editor.placeholder.choice'
    case 'heading':
      return 'editor.placeholder.heading'
    case 'pullQuote':
      return 'editor.placeholder.pullQuote'
    case 'paragraph':
      return document.childCount === 3 ? 'editor.placeholder.body' : null
    default:
      return null
  }
}
