// @vitest-environment jsdom
import { NodeSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { insertBlock } from '#renderer/features/editor/insert-block.ts'
import { editorShortcuts } from '#renderer/features/editor/toolbar/editor-shortcuts.ts'
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

const picture = (letter: string, text = '') => block('figure', text, { image: letter.repeat(64) })
const gallery = (...letters: string[]) => ({
  type: 'gallery',
  content: letters.map(letter => picture(letter)),
})
const open = (...body: readonly Record<string, unknown>[]) => articleEditor(headline('H'), lead('L'), ...body)
const bodyOf = (editor: ReturnType<typeof open>) => outline(editor).slice(2)
const item = (text: string) => ({ type: 'listItem', content: [paragraph(text)] })

describe('moving blocks by keyboard', () => {
  it('carries the block past its neighbour and keeps the cursor in it', () => {
    const editor = open(paragraph('Một'), paragraph('Hai'))
    cursorAt(editor, 3, 1)
    expect(press(editor, 'ArrowUp', { altKey: true })).toBe(true)
    expect(bodyOf(editor).map(([, text]) => text)).toEqual(['Hai', 'Một'])
    expect(cursor(editor)).toEqual(['paragraph', 'H'])
    press(editor, 'ArrowDown', { altKey: true })
    expect(bodyOf(editor).map(([, text]) => text)).toEqual(['Một', 'Hai'])
  })

  it('never carries anything above the lead, nor the headline down', () => {
    const editor = open(paragraph('Một'))
    cursorAt(editor, 2, 0)
    press(editor, 'ArrowUp', { altKey: true })
    cursorAt(editor, 0, 0)
    press(editor, 'ArrowDown', { altKey: true })
    expect(outline(editor).map(([type]) => type)).toEqual(['headline', 'lead', 'paragraph'])
  })

  it('carries list items within their list', () => {
    const editor = open(paragraph('Trước'), { type: 'bulletList', content: [item('a'), item('b')] })
    cursorAt(editor, 4, 0)
    press(editor, 'ArrowUp', { altKey: true })
    press(editor, 'ArrowUp', { altKey: true })
    expect(bodyOf(editor)).toEqual([
      ['paragraph', 'Trước'],
      ['bulletList', 'ba'],
    ])
  })
})

describe('a gallery', () => {
  const imagesOf = (editor: ReturnType<typeof open>) =>
    editor.state.doc.child(2).children.map(node => String(node.attrs.image).charAt(0))
  const select = (editor: ReturnType<typeof open>, position: number) =>
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)))

  it('goes from picture to picture with the arrows, and carries one along with Alt', () => {
    const editor = open(gallery('a', 'b', 'c'), paragraph())
    select(editor, 7)
    press(editor, 'ArrowRight')
    expect((editor.state.selection as NodeSelection).node.attrs.image).toBe('b'.repeat(64))
    press(editor, 'ArrowRight', { altKey: true })
    expect(imagesOf(editor)).toEqual(['a', 'c', 'b'])
    press(editor, 'ArrowLeft', { altKey: true })
    press(editor, 'ArrowLeft', { altKey: true })
    expect(imagesOf(editor)).toEqual(['b', 'a', 'c'])
    expect((editor.state.selection as NodeSelection).node.attrs.image).toBe('b'.repeat(64))
  })

  it('takes in a picture that is put beside one of its own, up to twelve', () => {
    const editor = open(gallery(...'0123456789a'), paragraph())
    const figure = editor.schema.nodeFromJSON(picture('f'))
    insertBlock(editor, 7 + 2, figure)
    expect(imagesOf(editor).slice(0, 3)).toEqual(['0', 'f', '1'])
    insertBlock(editor, 7 + 2, figure)
    expect(imagesOf(editor)).toHaveLength(12)
    expect(bodyOf(editor).map(([type]) => type)).toEqual(['gallery', 'figure', 'paragraph'])
  })

  it('Enter in a caption goes on below the gallery', () => {
    const editor = open({ type: 'gallery', content: [picture('a', 'Chú thích'), picture('b')] })
    cursorAt(editor, 2, 3)
    press(editor, 'Enter')
    expect(cursor(editor)).toEqual(['paragraph', ''])
    expect(bodyOf(editor).map(([type]) => type)).toEqual(['gallery', 'paragraph'])
  })
})

describe('callouts, quotes and rules', () => {
  it('Enter in an empty last line leaves a callout', () => {
    const editor = open({ type: 'callout', content: [paragraph('Nhớ'), paragraph()] })
    cursorAt(editor, 3, 0)
    press(editor, 'Enter')
    expect(bodyOf(editor)).toEqual([
      ['callout', 'Nhớ'],
      ['paragraph', ''],
    ])
  })

  it('Enter after a pull quote goes on below', () => {
    const editor = open(block('pullQuote', 'Câu'))
    cursorAt(editor, 2, 3)
    press(editor, 'Enter')
    expect(bodyOf(editor)).toEqual([
      ['pullQuote', 'Câu'],
      ['paragraph', ''],
    ])
  })

  it('dashes alone on a line become a rule on Enter; others stay', () => {
    const editor = open(paragraph('---'))
    cursorAt(editor, 2, 3)
    press(editor, 'Enter')
    expect(bodyOf(editor).map(([type]) => type)).toEqual(['horizontalRule', 'paragraph'])
    const other = open(paragraph('--- Hết ---'))
    cursorAt(other, 2, 11)
    press(other, 'Enter')
    expect(bodyOf(other).map(([type]) => type)).toEqual(['paragraph', 'paragraph'])
  })

  it('copied and put in again they are what they were', () => {
    const body = [
      gallery('a', 'b'),
      { type: 'callout', attrs: { tone: 'danger' }, content: [paragraph('Nguy')] },
      block('pullQuote', 'Câu', { by: 'An' }),
      block('figure', 'Chú', { image: 'c'.repeat(64), display: 'wide' }),
    ]
    const editor = open(...body)
    const html = editor.getHTML()
    const copy = open(paragraph())
    copy.commands.setContent(html)
    expect(copy.state.doc.toJSON()).toEqual(editor.state.doc.toJSON())
  })
})

it('every key that F1 lists is bound by the text, or by the screen as told here', () => {
  const byScreen = [
    ...['submit', 'nextFinding', 'find', 'replace', 'findNext', 'findPrevious', 'outline', 'calm', 'toolbar'],
    ...['link', 'comment', 'slash', 'aids'],
  ]
  const unbound = Object.entries(editorShortcuts)
    .filter(([id]) => !byScreen.includes(id))
    .filter(([, { keys }]) => {
      const editor = open(paragraph('Một'), paragraph('Hai'))
      editor.commands.insertContentAt(editor.state.doc.content.size - 1, 'x')
      if (keys === 'Mod+Y') editor.commands.undo()
      cursorAt(editor, 3, 1)
      const parts = keys.split('+')
      const key = parts.at(-1) ?? ''
      return !press(editor, key.length === 1 ? key.toLowerCase() : key, {
        ctrlKey: parts.includes('Mod'),
        altKey: parts.includes('Alt'),
        shiftKey: parts.includes('Shift'),
        keyCode: key.length === 1 ? key.charCodeAt(0) : 0,
      })
    })
  expect(unbound.map(([id]) => id)).toEqual([])
})
