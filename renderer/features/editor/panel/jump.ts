import type { Editor } from '@tiptap/react'
import { NodeSelection, Selection } from 'prosemirror-state'
import type { Check } from '#common/api/views'
import { fieldId } from '../fields/FieldControl.tsx'
import { readInput } from '../read-input.ts'

/** Puts the cursor where a check points to; a field has to be on screen already. */
export function jumpTo(editor: Editor, place: Check['place']): void {
  switch (place.kind) {
    case 'headline':
      select(editor, 1)
      return
    case 'body':
      select(editor, editor.state.doc.child(0).nodeSize + editor.state.doc.child(1).nodeSize)
      return
    case 'position':
      select(editor, place.position)
      return
    case 'field': {
      const field = document.getElementById(fieldId(place.field))
      field?.scrollIntoView({ block: 'center' })
      field?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    }
  }
}

function select(editor: Editor, position: number): void {
  readInput(editor.view)
  const { doc, tr } = editor.state
  const node = position <= doc.content.size ? doc.nodeAt(position) : null
  const whole = node !== null && !node.isTextblock && !node.isText && NodeSelection.isSelectable(node)
  const figure = node?.type.name === 'figure'
  const $place = doc.resolve(Math.min(position, doc.content.size))
  tr.setSelection(whole || figure ? NodeSelection.create(doc, position) : Selection.near($place))
  editor.view.focus()
  editor.view.dispatch(tr.scrollIntoView())
}
