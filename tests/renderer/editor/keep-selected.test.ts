// @vitest-environment jsdom
import type { Editor } from '@tiptap/core'
import { NodeSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { articleEditor, block, headline, lead, outline, paragraph, press } from './article-editor'

type Json = Record<string, unknown>

const figure: Json = block('figure', 'Chú thích', { image: 'a'.repeat(64), alt: 'Mô tả' })
const rule: Json = { type: 'horizontalRule' }
const poll: Json = {
  type: 'poll',
  attrs: { question: 'Họp buổi nào?' },
  content: ['a', 'b'].map(choice => block('pollChoice', choice, { choice })),
}

describe('typing while a whole block is selected', () => {
  it.each([
    ['a picture', figure],
    ['a poll', poll],
    ['a line', rule],
  ])('leaves %s where it is and goes below it', (_, selected) => {
    const editor = withSelected(selected, paragraph('Sau'))
    type(editor, 'x')
    expect(outline(editor).slice(2)).toEqual([
      [selected.type, editor.state.doc.child(2).textContent],
      ['paragraph', 'x'],
      ['paragraph', 'Sau'],
    ])
  })

  it('uses an empty line that waits below', () => {
    const editor = withSelected(poll, paragraph())
    type(editor, 'x')
    expect(outline(editor).map(([type]) => type)).toEqual(['headline', 'lead', 'poll', 'paragraph'])
    expect(editor.state.doc.lastChild?.textContent).toBe('x')
  })

  it('moves at the press of a key that a typing tool takes', () => {
    const editor = withSelected(poll)
    press(editor, 'Process')
    expect(editor.state.selection.$from.parent.type.name).toBe('paragraph')
    expect(editor.state.doc.child(2).type.name).toBe('poll')
  })

  it('is not a shortcut’s letter, and Backspace still takes the block away', () => {
    const editor = withSelected(poll, paragraph('Sau'))
    press(editor, 'c', { ctrlKey: true })
    expect(editor.state.selection).toBeInstanceOf(NodeSelection)
    press(editor, 'Backspace')
    expect(outline(editor).map(([type]) => type)).toEqual(['headline', 'lead', 'paragraph'])
  })
})

function withSelected(...content: readonly Json[]): Editor {
  const editor = articleEditor(headline('Đề'), lead('Sapo'), ...content)
  const { doc, tr } = editor.state
  editor.view.dispatch(
    tr.setSelection(NodeSelection.create(doc, doc.child(0).nodeSize + doc.child(1).nodeSize)),
  )
  return editor
}

/** One letter without a key's press: by the way a word from a list comes. */
function type(editor: Editor, text: string): void {
  const { from, to } = editor.state.selection
  const isTaken = editor.view.someProp('handleTextInput', handle =>
    handle(editor.view, from, to, text, () => editor.state.tr.insertText(text, from, to)),
  )
  if (isTaken !== true) editor.view.dispatch(editor.state.tr.insertText(text, from, to))
}
