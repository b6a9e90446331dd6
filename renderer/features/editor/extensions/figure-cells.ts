import { Extension } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { isFigureCell } from '#common/document/figure-cell'

/** Shows numbers in tables where the portal puts them: at the right. Only a table that changed is looked at again. */
export const FigureCells = Extension.create({
  name: 'figureCells',
  addProseMirrorPlugins() {
    const shown: Plugin<DecorationSet> = new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => DecorationSet.create(doc, figureCells(doc)),
        apply: (tr, before) => {
          if (!tr.docChanged) return before
          // A table that was carried elsewhere is the same node, but its decorations went with its old place.
          const known = new Set<Node>()
          tr.before.forEach((block, start) => {
            if (!tr.mapping.mapResult(start, 1).deletedAfter) known.add(block)
          })
          const changed: { readonly from: number; readonly to: number }[] = []
          tr.doc.forEach((block, from) => {
            if (!known.has(block)) changed.push({ from, to: from + block.nodeSize })
          })
          return changed.reduce(
            (cells, { from, to }) => {
              const stale = cells.find(from, to)
              return cells.remove(stale).add(tr.doc, figureCells(tr.doc, from, to))
            },
            before.map(tr.mapping, tr.doc),
          )
        },
      },
      props: { decorations: state => shown.getState(state) },
    })
    return [shown]
  },
})

function figureCells(doc: Node, from = 0, to = doc.content.size): Decoration[] {
  const cells: Decoration[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (isFigureCell(node))
      cells.push(Decoration.node(position, position + node.nodeSize, { 'data-figure': '' }))
    return !node.isTextblock && node.type.name !== 'tableCell'
  })
  return cells
}
