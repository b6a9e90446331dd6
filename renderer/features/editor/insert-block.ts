import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import { galleryPictures } from '#common/document/validators'
import { blockPlace } from './block-place.ts'
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
  const { start, end, isEmpty } = blockPlace(tr.doc, position)
  const at = isEmpty ? start : end
  if (isEmpty) tr.replaceWith(start, end, node)
  else tr.insert(end, node)
  const after = at + node.nodeSize
  const paragraph = schema.nodes.paragraph
  if (tr.doc.resolve(after).nodeAfter === null && paragraph !== undefined)
    tr.insert(after, paragraph.create())
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
  const { start, end, isEmpty } = blockPlace(tr.doc, position ?? selection.to)
  tr.replaceWith(isEmpty ? start : end, end, Fragment.from(nodes))
  editor.view.dispatch(closeHistory(tr).scrollIntoView())
  editor.view.focus()
}
