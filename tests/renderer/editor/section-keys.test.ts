// @vitest-environment jsdom
import { undo } from '@tiptap/pm/history'
import { describe, expect, it } from 'vitest'
import {
  articleEditor,
  block,
  cursor,
  cursorAt,
  headline,
  lead,
  outline,
  paragraph,
  press,
} from './article-editor'

describe('Enter', () => {
  it('in the headline goes to the lead and takes the text after the cursor along', () => {
    const editor = articleEditor(headline('Xã ta đón Tết'), lead('vui'), paragraph())
    cursorAt(editor, 0, 5)
    press(editor, 'Enter')
    expect(outline(editor)).toEqual([
      ['headline', 'Xã ta'],
      ['lead', ' đón Tếtvui'],
      ['paragraph', ''],
    ])
    expect(cursor(editor)).toEqual(['lead', ''])
  })

  it('at the end of the lead goes to the waiting paragraph', () => {
    const editor = articleEditor(headline(), lead('Sapo'), paragraph())
    cursorAt(editor, 1, 4)
    press(editor, 'Enter')
    expect(outline(editor)).toHaveLength(3)
    expect(cursor(editor)).toEqual(['paragraph', ''])
  })

  it('inside the lead makes a new first paragraph of the rest', () => {
    const editor = articleEditor(headline(), lead('Một. Hai.'), paragraph('Ba.'))
    cursorAt(editor, 1, 4)
    press(editor, 'Enter')
    expect(outline(editor).slice(1)).toEqual([
      ['lead', 'Một.'],
      ['paragraph', ' Hai.'],
      ['paragraph', 'Ba.'],
    ])
    expect(cursor(editor)).toEqual(['paragraph', ''])
  })

  it('at the end of the lead above a table makes a paragraph to type in', () => {
    const cell = { type: 'tableCell', content: [paragraph('ô')] }
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
    const editor = articleEditor(headline(), lead('Sapo'), table)
    cursorAt(editor, 1, 4)
    press(editor, 'Enter')
    expect(outline(editor).map(([type]) => type)).toEqual(['headline', 'lead', 'paragraph', 'table'])
  })

  it('in a caption goes on below the picture', () => {
    const figure = block('figure', 'Chú thích', { image: 'a'.repeat(64) })
    const editor = articleEditor(headline(), lead(), figure)
    cursorAt(editor, 2, 3)
    press(editor, 'Enter')
    expect(outline(editor).slice(2)).toEqual([
      ['figure', 'Chú thích'],
      ['paragraph', ''],
    ])
  })

  it('in a poll makes the next choice under a key of its own, eight at most', () => {
    const choices = ['a', 'b'].map(choice => block('pollChoice', choice, { choice }))
    const editor = articleEditor(headline(), lead(), { type: 'poll', content: choices })
    cursorAt(editor, 3, 1)
    for (let count = 0; count < 10; count += 1) press(editor, 'Enter')
    const keys = editor.state.doc.child(2).children.map(node => String(node.attrs.choice))
    expect(keys).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    expect(() => editor.state.doc.check()).not.toThrow()
  })
})

describe('Backspace', () => {
  it('at the start of the headline does nothing', () => {
    const editor = articleEditor(headline(), lead('Sapo'), paragraph())
    cursorAt(editor, 0, 0)
    expect(press(editor, 'Backspace')).toBe(true)
    expect(outline(editor)).toEqual([
      ['headline', ''],
      ['lead', 'Sapo'],
      ['paragraph', ''],
    ])
  })

  it('at the start of the lead carries its text back into the headline and keeps the lead', () => {
    const editor = articleEditor(headline('Xã ta'), lead(' đón Tết'), paragraph())
    cursorAt(editor, 1, 0)
    press(editor, 'Backspace')
    expect(outline(editor)).toEqual([
      ['headline', 'Xã ta đón Tết'],
      ['lead', ''],
      ['paragraph', ''],
    ])
    expect(cursor(editor)).toEqual(['headline', 'Xã ta'])
  })

  it('undoes what Enter in the lead did', () => {
    const editor = articleEditor(headline(), lead('Một. Hai.'), paragraph('Ba.'))
    cursorAt(editor, 1, 4)
    press(editor, 'Enter')
    press(editor, 'Backspace')
    expect(outline(editor).slice(1)).toEqual([
      ['lead', 'Một. Hai.'],
      ['paragraph', 'Ba.'],
    ])
  })

  it('keeps one paragraph in the body', () => {
    const editor = articleEditor(headline(), lead('Sapo'), paragraph())
    cursorAt(editor, 2, 0)
    press(editor, 'Backspace')
    expect(outline(editor)).toHaveLength(3)
    expect(cursor(editor)).toEqual(['lead', 'Sapo'])
  })

  it('does not strip bold or links into the lead: it only moves the cursor', () => {
    const bold = { type: 'paragraph', content: [{ type: 'text', text: 'Đậm', marks: [{ type: 'bold' }] }] }
    const editor = articleEditor(headline(), lead('Sapo'), bold)
    cursorAt(editor, 2, 0)
    press(editor, 'Backspace')
    expect(outline(editor).slice(1)).toEqual([
      ['lead', 'Sapo'],
      ['paragraph', 'Đậm'],
    ])
    expect(cursor(editor)).toEqual(['lead', 'Sapo'])
  })

  it('takes an empty third choice away, but never one of the last two', () => {
    const choices = ['a', 'b', 'c'].map(choice => block('pollChoice', '', { choice }))
    const editor = articleEditor(headline(), lead(), { type: 'poll', content: choices })
    cursorAt(editor, 4, 0)
    press(editor, 'Backspace')
    press(editor, 'Backspace')
    expect(editor.state.doc.child(2).childCount).toBe(2)
  })
})

describe('Enter in a choice of a poll', () => {
  it('goes to the next one where that waits empty, and makes one where none does', () => {
    const choices = [block('pollChoice', 'Có', { choice: 'a' }), block('pollChoice', '', { choice: 'b' })]
    const editor = articleEditor(headline(), lead(), { type: 'poll', content: choices })
    cursorAt(editor, 2, 2)
    press(editor, 'Enter')
    editor.commands.insertContent('Không')
    expect(editor.state.doc.child(2).children.map(({ textContent }) => textContent)).toEqual(['Có', 'Không'])
    press(editor, 'Enter')
    expect(editor.state.doc.child(2).childCount).toBe(3)
  })
})

describe('Delete', () => {
  it.each([0, 1])('at the end of part %i does not swallow the next part', part => {
    const editor = articleEditor(headline('Một'), lead('Hai'), paragraph('Ba'))
    cursorAt(editor, part, 3)
    expect(press(editor, 'Delete')).toBe(true)
    expect(outline(editor)).toHaveLength(3)
  })

  it('of everything leaves an empty article, not an empty document', () => {
    const editor = articleEditor(headline('Một'), lead('Hai'), paragraph('Ba'), paragraph('Bốn'))
    editor.commands.selectAll()
    press(editor, 'Backspace')
    expect(outline(editor)).toEqual([
      ['headline', ''],
      ['lead', ''],
      ['paragraph', ''],
    ])
    expect(() => editor.state.doc.check()).not.toThrow()
  })
})

describe('one undo', () => {
  it('covers headline, body and fields in the order they were changed', () => {
    const editor = articleEditor(headline('Một'), lead(), paragraph('Ba'))
    cursorAt(editor, 0, 3)
    editor.view.dispatch(editor.state.tr.insertText('!'))
    editor.commands.command(({ tr }) => {
      tr.setDocAttribute('byline', 'Lan')
      return true
    })
    undo(editor.state, editor.view.dispatch)
    expect(editor.state.doc.attrs.byline).toBeNull()
    expect(outline(editor)[0]).toEqual(['headline', 'Một!'])
    undo(editor.state, editor.view.dispatch)
    expect(outline(editor)[0]).toEqual(['headline', 'Một'])
  })
})

describe('Select all', () => {
  const selected = (editor: ReturnType<typeof articleEditor>) => {
    const { from, to } = editor.state.selection
    return editor.state.doc.textBetween(from, to, '|')
  }

  it('takes the part with the cursor, so that typing stays in it; once more takes everything', () => {
    const editor = articleEditor(headline('Tiêu đề cũ'), lead('Sapo'), paragraph('Một'), paragraph('Hai'))
    cursorAt(editor, 0, 3)
    press(editor, 'a', { ctrlKey: true })
    expect(selected(editor)).toBe('Tiêu đề cũ')
    editor.commands.insertContent('M')
    expect(outline(editor)[0]).toEqual(['headline', 'M'])
    expect(cursor(editor)).toEqual(['headline', 'M'])
    cursorAt(editor, 2, 1)
    press(editor, 'a', { ctrlKey: true })
    expect(selected(editor)).toBe('Một|Hai')
    press(editor, 'a', { ctrlKey: true })
    expect(selected(editor)).toBe('M|Sapo|Một|Hai')
  })
})
