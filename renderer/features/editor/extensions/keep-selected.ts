import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * What is typed while a picture, a file, a poll or another whole block is selected goes below it: only Backspace and Delete
 * take a block away. The cursor moves at the key's press, before a typing tool begins its word.
 */
export const KeepSelected = Extension.create({
  name: 'keepSelected',
  priority: 1_100,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleKeyDown: (view, event) => {
            if (types(event)) goBelow(view)
            return false
          },
          // Without a key: a word from a list, dictation.
          handleTextInput: (view, _from, _to, text) => {
            if (!goBelow(view)) return false
            view.dispatch(view.state.tr.insertText(text))
            return true
          },
        },
      }),
    ]
  },
})

/** A key that writes; `Process` is one that a typing tool took. */
function types({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && (key === 'Process' || Array.from(key).length === 1)
}

function goBelow(view: EditorView): boolean {
  const { tr } = view.state
  if (!(tr.selection instanceof NodeSelection) || !tr.selection.node.isBlock || !lineBelow(tr)) return false
  view.dispatch(tr.scrollIntoView())
  return true
}

/** An empty line that waits there is used; false where none may stand. */
function lineBelow(tr: Transaction): boolean {
  const { $to } = tr.selection
  const { paragraph } = tr.doc.type.schema.nodes
  if (paragraph === undefined) return false
  for (let depth = $to.depth; depth >= 0; depth -= 1) {
    const position = depth === $to.depth ? $to.pos : $to.after(depth + 1)
    const $position = tr.doc.resolve(position)
    const next = $position.nodeAfter
    const waits = next?.type === paragraph && next.childCount === 0
    const index = $position.index()
    if (!waits && !$position.parent.canReplaceWith(index, index, paragraph)) continue
    if (!waits) tr.insert(position, paragraph.create())
    tr.setSelection(TextSelection.create(tr.doc, position + 1))
    return true
  }
  return false
}
