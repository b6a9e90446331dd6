// @vitest-environment jsdom
import type { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { articleEditor, cursorAt, headline, lead, paragraph, press } from './article-editor'

type Json = Record<string, unknown>

describe('numbers in tables', () => {
  it('stand at the right, as on the portal', () => {
    expect(figures(opened())).toEqual(['1.250.000', '98,7%'])
  })

  it('stay there while text before the table changes', () => {
    const editor = opened()
    cursorAt(editor, 2, 0)
    editor.commands.insertContent('Thêm chữ. ')
    editor.commands.splitBlock()
    expect(figures(editor)).toEqual(['1.250.000', '98,7%'])
  })

  it('follow what is typed: a number that gets a unit is text, and text that becomes a number is one', () => {
    const editor = opened()
    cursorAt(editor, 6, 5)
    editor.commands.insertContent(' đạt')
    expect(figures(editor)).toEqual(['1.250.000'])
    cursorAt(editor, 6, 5)
    const { from } = editor.state.selection
    editor.commands.deleteRange({ from, to: from + 4 })
    expect(figures(editor)).toEqual(['1.250.000', '98,7%'])
  })

  it('go with a table that is carried past another block', () => {
    const editor = opened()
    cursorAt(editor, 2, 0)
    press(editor, 'ArrowDown', { altKey: true })
    expect(editor.state.doc.child(2).type.name).toBe('table')
    expect(figures(editor)).toEqual(['1.250.000', '98,7%'])
  })

  it('are gone with their table', () => {
    const editor = opened()
    cursorAt(editor, 4, 0)
    editor.commands.deleteTable()
    expect(figures(editor)).toEqual([])
  })
})

function opened(): Editor {
  return articleEditor(
    headline('Thu, chi quý IV'),
    lead(),
    paragraph('Số liệu:'),
    { type: 'table', content: [row('Thu', '1.250.000'), row('Đã chi', '98,7%')] },
    paragraph('Hết.'),
  )
}

function row(...cells: readonly string[]): Json {
  return {
    type: 'tableRow',
    content: cells.map(text => ({ type: 'tableCell', content: [paragraph(text)] })),
  }
}

const figures = (editor: Editor): readonly (string | null)[] =>
  [...editor.view.dom.querySelectorAll('td[data-figure]')].map(({ textContent }) => textContent)
