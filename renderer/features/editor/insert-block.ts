import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import { galleryPictures } from '#common/document/validators'
import { readInput } from './read-input.ts'

/**
 * Puts a block into the body below the block at `position` (instead of it, where that is an empty paragraph), selects it
 * and leaves a paragraph to go on in. A picture put into a gallery joins it. Returns the position behind it.
 */
export function insertBlock(editor: Editor, position: number, node: Node): number {
  readInput(editor.view)
  const { tr, schema } = editor.state
  const inGallery = node.type.name === 'figure' ? placeInGallery(tr.doc, position) : null
  if (inGallery !== null) {
    tr.insert(inGallery, node).setSelection(NodeSelection.create(tr.doc, inGallery))
    editor.view.dispatch(tr.scrollIntoView())
    return inGallery + node.nodeSize
  }
  const $place = tr.doc.resolve(Math.min(position, tr.doc.content.size))
  const index = Math.max($place.index(0), 2)
  const block = tr.doc.maybeChild(index)
  const start = tr.doc.children.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0)
  const end = start + (block?.nodeSize ?? 0)
  const replaces = block?.type.name === 'paragraph' && block.childCount === 0
  const at = replaces ? start : end
  if (replaces) tr.replaceWith(start, end, node)
  else tr.insert(end, node)
  const after = at + node.nodeSize
  const paragraph = schema.nodes.paragraph
  if (after >= tr.doc.content.size && paragraph !== undefined) tr.insert(after, paragraph.create())
  if (NodeSelection.isSelectable(node)) tr.setSelection(NodeSelection.create(tr.doc, at))
  editor.view.dispatch(tr.scrollIntoView())
  return after
}

/** Behind the picture at `position` of a gallery that has room; null elsewhere. */
function placeInGallery(document: Node, position: number): number | null {
  const $place = document.resolve(Math.min(position, document.content.size))
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    const node = $place.node(depth)
    if (node.type.name !== 'gallery') continue
    if (node.childCount >= galleryPictures.most) return null
    return depth === $place.depth ? $place.pos : $place.after(depth + 1)
  }
  return null
}

/** Puts several blocks below the block at `position` (instead of it, where that is an empty paragraph), as one step of undo. */
export function insertBlocks(
  editor: Editor,
  position: number | null,
  json: readonly Record<string, unknown>[],
): void {
  readInput(editor.view)
  const { tr, schema, selection } = editor.state
  const nodes = json.map(block => schema.nodeFromJSON(block))
  const place = Math.min(position ?? selection.to, tr.doc.content.size)
  const index = Math.max(tr.doc.resolve(place).index(0), 2)
  const block = tr.doc.maybeChild(index)
  const start = tr.doc.children.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0)
  const end = start + (block?.nodeSize ?? 0)
  const replaces = block?.type.name === 'paragraph' && block.childCount === 0
  tr.replaceWith(replaces ? start : end, end, Fragment.from(nodes))
  editor.view.dispatch(closeHistory(tr).scrollIntoView())
  editor.view.focus()
}
