// @vitest-environment jsdom
import type { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { SlashMenu, slashState } from '#renderer/features/editor/extensions/slash-menu.ts'
import { insertBlock } from '#renderer/features/editor/insert-block.ts'
import { linkAddress } from '#renderer/features/editor/toolbar/link-address.ts'
import { block, cursorAt, editorWith, headline, lead, outline, paragraph, press } from './article-editor'

describe('the menu', () => {
  it('opens on "/" in an empty line and filters by what follows', () => {
    const editor = open()
    cursorAt(editor, 2, 0)
    type(editor, '/')
    expect(slashState(editor.state)).toMatchObject({ query: '', index: 0 })
    type(editor, 'bảng')
    expect(slashState(editor.state).query).toBe('bảng')
  })

  it.each(['15/QĐ-UBND', 'và/hoặc', '/2026', '/a/b'])('stays closed while somebody writes %s', text => {
    const editor = open()
    cursorAt(editor, 2, 0)
    for (const letter of text) type(editor, letter)
    expect(slashState(editor.state).query).toBeNull()
  })

  it('stays closed in headline and lead', () => {
    const editor = open()
    for (const part of [0, 1]) {
      cursorAt(editor, part, 0)
      type(editor, '/')
      expect(slashState(editor.state).query).toBeNull()
    }
  })

  it('moves with the arrows, chooses with Enter and stays away after Escape', () => {
    const editor = open()
    const chosen: number[] = []
    editor.extensionStorage.slashMenu.keys = { count: () => 3, choose: index => chosen.push(index) }
    cursorAt(editor, 2, 0)
    type(editor, '/')
    press(editor, 'ArrowUp')
    expect(slashState(editor.state).index).toBe(2)
    press(editor, 'Enter')
    expect(chosen).toEqual([2])
    press(editor, 'Escape')
    type(editor, 'b')
    expect(slashState(editor.state).query).toBeNull()
  })

  it('takes no keys while a word is being composed', () => {
    const editor = open()
    const chosen: number[] = []
    editor.extensionStorage.slashMenu.keys = { count: () => 3, choose: index => chosen.push(index) }
    cursorAt(editor, 2, 0)
    type(editor, '/')
    press(editor, 'Enter', { isComposing: true })
    expect(chosen).toEqual([])
  })
})

describe('inserting a block', () => {
  const rule = { type: 'horizontalRule' }

  it('takes the place of an empty paragraph and leaves one to go on in', () => {
    const editor = open()
    insertBlock(editor, editor.state.doc.content.size - 1, editor.schema.nodeFromJSON(rule))
    expect(
      outline(editor)
        .slice(2)
        .map(([type]) => type),
    ).toEqual(['horizontalRule', 'paragraph'])
  })

  it('goes below the block at the cursor, and into the body when the cursor is in the headline', () => {
    const editor = open(paragraph('Một'), paragraph('Hai'))
    insertBlock(editor, 1, editor.schema.nodeFromJSON(rule))
    expect(
      outline(editor)
        .slice(2)
        .map(([type]) => type),
    ).toEqual(['paragraph', 'horizontalRule', 'paragraph'])
  })

  it('below a nested list item stays outside of the list', () => {
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('một')] }] }
    const editor = open(list, block('heading', 'Mục', { level: 2 }))
    cursorAt(editor, 2, 1)
    insertBlock(editor, editor.state.selection.from, editor.schema.nodeFromJSON(rule))
    expect(
      outline(editor)
        .slice(2)
        .map(([type]) => type),
    ).toEqual(['bulletList', 'horizontalRule', 'heading'])
  })
})

it.each([
  ['xa.gov.vn/tin', 'https://xa.gov.vn/tin'],
  [' http://xa.vn ', 'http://xa.vn'],
  ['ubnd@xa.gov.vn', 'mailto:ubnd@xa.gov.vn'],
  ['0254 3812 345', 'tel:02543812345'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('the typed address %s means %s', (typed, address) => {
  expect(linkAddress(typed)).toBe(address)
})

function open(...body: readonly Record<string, unknown>[]): Editor {
  return editorWith([SlashMenu], headline(), lead(), ...(body.length === 0 ? [paragraph()] : body))
}

function type(editor: Editor, text: string): void {
  editor.view.dispatch(editor.state.tr.insertText(text))
}
