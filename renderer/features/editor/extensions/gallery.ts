import { Node } from '@tiptap/core'
import { NodeSelection, type Transaction } from 'prosemirror-state'
import { bareViews, type ViewOptions } from './view-words.ts'

/** Pictures that belong together. The arrows go from one picture to the next, with Alt they carry the picture along. */
export const Gallery = Node.create<ViewOptions>({
  name: 'gallery',
  // Before the arrows of everything else.
  priority: 1_100,
  addOptions: () => bareViews,
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: () => ['div', { 'data-gallery': '' }, 0],
  addNodeView() {
    const { word } = this.options
    return () => {
      const dom = document.createElement('div')
      dom.className = 'gallery-view'
      dom.setAttribute('role', 'group')
      dom.setAttribute('aria-label', word('editor.part.gallery'))
      return { dom, contentDOM: dom }
    }
  },
  addKeyboardShortcuts() {
    const run = (change: (tr: Transaction) => boolean) => () =>
      this.editor.commands.command(({ tr }) => change(tr))
    return {
      ArrowLeft: run(tr => goToPicture(tr, -1)),
      ArrowRight: run(tr => goToPicture(tr, 1)),
      'Alt-ArrowLeft': run(tr => carryPicture(tr, -1)),
      'Alt-ArrowRight': run(tr => carryPicture(tr, 1)),
    }
  },
})

function goToPicture(tr: Transaction, by: -1 | 1): boolean {
  const neighbour = neighbourOf(tr, by)
  if (neighbour === null) return false
  tr.setSelection(NodeSelection.create(tr.doc, neighbour.position)).scrollIntoView()
  return true
}

function carryPicture(tr: Transaction, by: -1 | 1): boolean {
  const { selection } = tr
  const neighbour = neighbourOf(tr, by)
  if (neighbour === null || !(selection instanceof NodeSelection)) return false
  const { from, to, node } = selection
  const target = by < 0 ? neighbour.position : neighbour.position + neighbour.size - node.nodeSize
  tr.delete(from, to).insert(target, node)
  tr.setSelection(NodeSelection.create(tr.doc, target)).scrollIntoView()
  return true
}

/** The picture beside the selected one of a gallery. */
function neighbourOf({ selection, doc }: Transaction, by: -1 | 1) {
  if (!(selection instanceof NodeSelection)) return null
  const { $from, $to } = selection
  if ($from.parent.type.name !== 'gallery') return null
  const node = by < 0 ? $from.nodeBefore : $to.nodeAfter
  if (node === null) return null
  const position = by < 0 ? $from.pos - node.nodeSize : $to.pos
  return doc.nodeAt(position) === null ? null : { position, size: node.nodeSize }
}
