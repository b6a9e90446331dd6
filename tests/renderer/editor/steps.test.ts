// @vitest-environment jsdom
import { undo } from '@tiptap/pm/history'
import { describe, expect, it } from 'vitest'
import { insertBlock } from '#renderer/features/editor/insert-block.ts'
import {
  arrange,
  procedureSection,
  steps as stepsAction,
} from '#renderer/features/editor/toolbar/structure-actions.ts'
import { article, cursor, cursorAt, open, press, section, step, steps, text } from './structured'

describe('Enter in the line of a step', () => {
  it('at its end makes the next step, and leaves the details where they are', () => {
    const editor = open(steps(step('Mở trang', 'Gõ địa chỉ.'), step('Bấm Gửi')))
    cursorAt(editor, 2, 8)
    press(editor, 'Enter')
    expect(article(editor)).toEqual(['1 Mở trang', '  Gõ địa chỉ.', '2 ', '3 Bấm Gửi'])
    expect(cursor(editor)).toEqual(['stepTitle', ''])
  })

  it('in its middle carries the rest and the details into the next step', () => {
    const editor = open(steps(step('Mở trang rồi gửi', 'Gõ địa chỉ.')))
    cursorAt(editor, 2, 8)
    press(editor, 'Enter')
    expect(article(editor)).toEqual(['1 Mở trang', '2  rồi gửi', '  Gõ địa chỉ.'])
  })

  it('in an empty last one ends the steps; in the only one there are none left', () => {
    const editor = open(steps(step('Mở trang'), step()))
    cursorAt(editor, 3, 0)
    press(editor, 'Enter')
    expect(article(editor)).toEqual(['1 Mở trang', 'p '])
    expect(cursor(editor)).toEqual(['paragraph', ''])
    const only = open(steps(step()))
    cursorAt(only, 2, 0)
    press(only, 'Enter')
    expect(article(only)).toEqual(['p '])
  })
})

describe('how a step is done', () => {
  it('Tab leads to it and makes a line for it once, Shift+Tab leads back', () => {
    const editor = open(steps(step('Mở trang'), step('Gửi')))
    cursorAt(editor, 2, 3)
    press(editor, 'Tab')
    expect(cursor(editor)).toEqual(['paragraph', ''])
    press(editor, 'Tab', { shiftKey: true })
    expect(cursor(editor)).toEqual(['stepTitle', 'Mở trang'])
    press(editor, 'Tab')
    expect(article(editor)).toEqual(['1 Mở trang', '  ', '2 Gửi'])
  })

  it('Enter in its empty last line makes the next step', () => {
    const editor = open(steps(step('Mở trang', 'Gõ địa chỉ.', ''), step('Gửi')))
    cursorAt(editor, 4, 0)
    press(editor, 'Enter')
    expect(article(editor)).toEqual(['1 Mở trang', '  Gõ địa chỉ.', '2 ', '3 Gửi'])
    expect(cursor(editor)).toEqual(['stepTitle', ''])
  })

  it('takes in a picture that is put in there, and one put into the line', () => {
    const editor = open(steps(step('Mở trang', 'Gõ'), step('Gửi')))
    const figure = editor.schema.nodeFromJSON({ type: 'figure', attrs: { image: 'a'.repeat(64) } })
    cursorAt(editor, 3, 2)
    insertBlock(editor, editor.state.selection.to, figure)
    expect(article(editor)).toEqual(['1 Mở trang', '  Gõ', '  [figure]', '  ', '2 Gửi'])
    cursorAt(editor, 6, 3)
    insertBlock(editor, editor.state.selection.to, figure)
    expect(article(editor).slice(4)).toEqual(['2 Gửi', '  [figure]', '  '])
  })
})

describe('Backspace and Delete between steps', () => {
  it('join two lines, with the blank they need', () => {
    const editor = open(steps(step('Mở trang'), step('rồi gửi', 'Ngay.')))
    cursorAt(editor, 3, 0)
    press(editor, 'Backspace')
    expect(article(editor)).toEqual(['1 Mở trang rồi gửi', '  Ngay.'])
    expect(cursor(editor)).toEqual(['stepTitle', 'Mở trang'])
    const other = open(steps(step('Mở trang'), step('rồi gửi')))
    cursorAt(other, 2, 8)
    press(other, 'Delete')
    expect(article(other)).toEqual(['1 Mở trang rồi gửi'])
  })

  it('make the line a paragraph of the details before it', () => {
    const editor = open(steps(step('Mở trang', 'Gõ.'), step('Gửi', 'Ngay.')))
    cursorAt(editor, 4, 0)
    press(editor, 'Backspace')
    expect(article(editor)).toEqual(['1 Mở trang', '  Gõ.', '  Gửi', '  Ngay.'])
    expect(cursor(editor)).toEqual(['paragraph', ''])
    const empty = open(steps(step('Mở trang', 'Gõ.'), step('')))
    cursorAt(empty, 4, 0)
    press(empty, 'Backspace')
    expect(article(empty)).toEqual(['1 Mở trang', '  Gõ.'])
    expect(cursor(empty)).toEqual(['paragraph', 'Gõ.'])
  })

  it('bring the first step out, above the others', () => {
    const editor = open(steps(step('Mở trang', 'Gõ.'), step('Gửi')))
    cursorAt(editor, 2, 0)
    press(editor, 'Backspace')
    expect(article(editor)).toEqual(['p Mở trang', 'p Gõ.', '1 Gửi'])
  })

  it('stop behind the last step', () => {
    const editor = open(steps(step('Gửi')), text('Sau'))
    cursorAt(editor, 2, 3)
    expect(press(editor, 'Delete')).toBe(true)
    expect(article(editor)).toEqual(['1 Gửi', 'p Sau'])
  })
})

it('Alt+↑ carries a step, from its details too', () => {
  const editor = open(steps(step('Một'), step('Hai', 'Chi tiết')))
  cursorAt(editor, 4, 2)
  press(editor, 'ArrowUp', { altKey: true })
  expect(article(editor)).toEqual(['1 Hai', '  Chi tiết', '2 Một'])
  expect(cursor(editor)).toEqual(['paragraph', 'Ch'])
})

it('one undo takes a new step back', () => {
  const editor = open(steps(step('Một'), step('Hai')))
  cursorAt(editor, 2, 3)
  press(editor, 'Enter')
  editor.commands.undo()
  expect(article(editor)).toEqual(['1 Một', '2 Hai'])
})

describe('the parts of a procedure', () => {
  it('no key joins two of them; Backspace takes an empty one away', () => {
    const editor = open(section('order', 'Nộp'), section('result', 'Giấy'), section('basis', ''))
    cursorAt(editor, 3, 0)
    expect(press(editor, 'Backspace')).toBe(true)
    cursorAt(editor, 2, 3)
    expect(press(editor, 'Delete')).toBe(true)
    expect(article(editor)).toEqual(['§order', '  Nộp', '§result', '  Giấy', '§basis', '  '])
    cursorAt(editor, 4, 0)
    press(editor, 'Backspace')
    expect(article(editor)).toEqual(['§order', '  Nộp', '§result', '  Giấy'])
  })

  it('the only one stays, so that there is a text to go on in', () => {
    const editor = open(section('order', ''))
    cursorAt(editor, 2, 0)
    press(editor, 'Backspace')
    expect(article(editor)).toEqual(['§order', '  '])
  })

  it('Alt+↓ carries a block within its part only', () => {
    const editor = open(section('order', 'a', 'b'), section('result', 'c'))
    cursorAt(editor, 2, 0)
    press(editor, 'ArrowDown', { altKey: true })
    press(editor, 'ArrowDown', { altKey: true })
    expect(article(editor)).toEqual(['§order', '  b', '  a', '§result', '  c'])
  })

  it('take in what is put where the cursor is', () => {
    const editor = open(section('order', 'a'), section('result', ''))
    const rule = editor.schema.nodeFromJSON({ type: 'horizontalRule' })
    cursorAt(editor, 3, 0)
    insertBlock(editor, editor.state.selection.to, rule)
    expect(article(editor)).toEqual(['§order', '  a', '§result', '  [horizontalRule]', '  '])
  })

  it('the next missing one comes where it belongs', () => {
    const editor = open(section('order', 'a'), section('result', 'b'))
    editor.view.dispatch(editor.state.tr.setDocAttribute('kind', 'procedure'))
    expect(procedureSection.isEnabled(editor)).toBe(true)
    procedureSection.run(editor, tools)
    expect(article(editor).filter(line => line.startsWith('§'))).toEqual(['§order', '§manner', '§result'])
    for (const _ of ['dossier', 'forms', 'conditions', 'basis']) procedureSection.run(editor, tools)
    expect(procedureSection.isEnabled(editor)).toBe(false)
  })
})

describe('copied and put in again', () => {
  it('steps and parts are what they were', () => {
    const editor = open(steps(step('Mở', 'Gõ'), step('Gửi')), section('order', 'a'))
    const copy = open(text(''))
    copy.commands.setContent(editor.getHTML())
    expect(copy.state.doc.toJSON()).toEqual(editor.state.doc.toJSON())
  })

  it('a part by a name nobody knows is plain text', () => {
    const copy = open(text(''))
    cursorAt(copy, 2, 0)
    copy.commands.insertContent('<div data-procedure-part="joy"><p>Nội dung</p></div>')
    expect(article(copy).join()).toContain('p Nội dung')
  })
})

describe('the menu', () => {
  const item = (words: string) => ({ type: 'listItem', content: [text(words)] })
  const list = { type: 'orderedList', content: [item('Mở trang. Gõ địa chỉ.'), item('Gửi')] }

  it('makes steps of the numbered list at the cursor', () => {
    const editor = open(list)
    cursorAt(editor, 2, 0)
    stepsAction.run(editor, tools)
    expect(article(editor)).toEqual(['1 Mở trang.', '  Gõ địa chỉ.', '2 Gửi'])
    expect(cursor(editor)[0]).toBe('stepTitle')
    expect(stepsAction.isEnabled(editor)).toBe(false)
  })

  it('makes a first step on an empty line, with the cursor in it', () => {
    const editor = open(text(''))
    cursorAt(editor, 2, 0)
    stepsAction.run(editor, tools)
    expect(article(editor)).toEqual(['1 ', 'p '])
    expect(cursor(editor)).toEqual(['stepTitle', ''])
  })

  it('arranges a whole older guide as one undo, and offers nothing where all is arranged', () => {
    const editor = open(list)
    expect(arrange.isEnabled(editor)).toBe(false)
    editor.view.dispatch(editor.state.tr.setDocAttribute('kind', 'guide'))
    const before = editor.state.doc
    expect(arrange.isEnabled(editor)).toBe(true)
    arrange.run(editor, tools)
    expect(article(editor)).toEqual(['1 Mở trang.', '  Gõ địa chỉ.', '2 Gửi'])
    expect(arrange.isEnabled(editor)).toBe(false)
    const after: boolean[] = []
    undo(editor.state, tr => after.push(tr.doc.eq(before)))
    expect(after).toEqual([true])
  })
})

const never = () => {
  throw new Error('opens nothing')
}
const tools = {
  openLink: never,
  pickPictures: never,
  pickGallery: never,
  pickFiles: never,
  pickFolder: never,
  openLibrary: never,
  repairEncoding: never,
  find: never,
}
