// @vitest-environment jsdom
import type { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { withoutSuggestions } from '#common/document/suggestions/settle'
import { accepted } from '#common/document/suggestions/suggested-content'
import { type FindQuery, findMatches } from '#renderer/features/editor/find/find-matches.ts'
import {
  FindText,
  findState,
  goToMatch,
  lookFor,
  replaceAllMatches,
  replaceMatch,
} from '#renderer/features/editor/find/find-text.ts'
import { SuggestingMode, setSuggesting } from '#renderer/features/editor/suggestions/suggesting.ts'
import { idOf } from '#tests/support/articles'
import { cursorAt, editorWith, headline, lead, paragraph } from './article-editor'

const loose = { exactMarks: false, exactCase: false, wholeWords: false }
const exact = { ...loose, exactMarks: true }

describe('finding', () => {
  it('takes letters with and without marks, or only the exact ones', () => {
    const editor = open(paragraph('Chợ quê: chờ cho đông, CHỢ vui'))
    expect(found(editor, { text: 'cho', ...loose })).toEqual(['Chợ', 'chờ', 'cho', 'CHỢ'])
    expect(found(editor, { text: 'chợ', ...exact })).toEqual(['Chợ', 'CHỢ'])
    expect(found(editor, { text: 'chợ', ...exact, exactCase: true })).toEqual([])
    expect(found(editor, { text: 'dong', ...loose })).toEqual(['đông'])
  })

  it('finds decomposed letters by composed ones, at their true places', () => {
    const editor = open(paragraph('Xã '.normalize('NFD') + 'Trúc Thủy'.normalize('NFD')))
    expect(found(editor, { text: 'trúc thủy', ...exact }).map(word => word.normalize('NFC'))).toEqual([
      'Trúc Thủy',
    ])
  })

  it('keeps to whole words, and never crosses blocks', () => {
    const editor = open(paragraph('an ban an'), paragraph('n'))
    expect(found(editor, { text: 'an', ...exact, wholeWords: true })).toHaveLength(2)
    expect(found(editor, { text: 'an', ...exact })).toHaveLength(3)
    expect(found(editor, { text: 'ann', ...exact })).toEqual([])
  })

  it('looks in headline, lead, table and caption too', () => {
    const cell = { type: 'tableCell', content: [paragraph('lúa')] }
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
    const figure = {
      type: 'figure',
      attrs: { image: 'a'.repeat(64) },
      content: [{ type: 'text', text: 'lúa chín' }],
    }
    const editor = open(table, figure)
    editor.commands.insertContentAt(1, 'Lúa lúa')
    expect(found(editor, { text: 'lua', ...loose })).toHaveLength(4)
  })

  it('goes round, forwards and backwards, and marks where it is', () => {
    const editor = open(paragraph('a b a b a'))
    cursorAt(editor, 2, 1)
    lookFor(editor.view, { text: 'a', ...exact })
    goToMatch(editor.view, 1)
    expect(findState(editor.state)).toMatchObject({ current: 1 })
    goToMatch(editor.view, 1)
    goToMatch(editor.view, 1)
    expect(findState(editor.state)).toMatchObject({ current: 0 })
    goToMatch(editor.view, -1)
    expect(findState(editor.state)).toMatchObject({ current: 2 })
    expect(editor.view.dom.querySelectorAll('.find-match')).toHaveLength(3)
    expect(editor.view.dom.querySelectorAll('.find-current')).toHaveLength(1)
  })

  it('lets go of everything when the words are taken away', () => {
    const editor = open(paragraph('a'))
    lookFor(editor.view, { text: 'a', ...exact })
    lookFor(editor.view, null)
    expect(editor.view.dom.querySelector('.find-match')).toBeNull()
  })
})

describe('replacing', () => {
  it('replaces one and goes to the next, also where the new words hold the old ones', () => {
    const editor = open(paragraph('xã và xã'))
    cursorAt(editor, 2, 0)
    lookFor(editor.view, { text: 'xã', ...exact })
    goToMatch(editor.view, 1)
    replaceMatch(editor.view, 'xã nhà')
    expect(editor.state.doc.lastChild?.textContent).toBe('xã nhà và xã')
    replaceMatch(editor.view, 'xã nhà')
    expect(editor.state.doc.lastChild?.textContent).toBe('xã nhà và xã nhà')
  })

  it('replaces all as one step of the undo, keeps formatting, and counts', () => {
    const bold = { type: 'text', text: 'xã', marks: [{ type: 'bold' }] }
    const editor = open({ type: 'paragraph', content: [bold, { type: 'text', text: ' và xã' }] })
    const before = editor.getJSON()
    lookFor(editor.view, { text: 'xã', ...exact })
    expect(replaceAllMatches(editor.view, 'phường')).toBe(2)
    expect(editor.state.doc.lastChild?.textContent).toBe('phường và phường')
    expect(editor.state.doc.lastChild?.firstChild?.marks.map(mark => mark.type.name)).toEqual(['bold'])
    editor.commands.undo()
    expect(editor.getJSON()).toEqual(before)
  })

  it('takes words away where nothing is to stand there', () => {
    const editor = open(paragraph('rất rất vui'))
    lookFor(editor.view, { text: 'rất ', ...exact })
    expect(replaceAllMatches(editor.view, '')).toBe(2)
    expect(editor.state.doc.lastChild?.textContent).toBe('vui')
  })

  it('searches again before it replaces, when somebody typed meanwhile', () => {
    const editor = open(paragraph('xã'))
    lookFor(editor.view, { text: 'xã', ...exact })
    editor.view.dispatch(editor.state.tr.insertText(' xã', editor.state.doc.content.size - 1))
    expect(findState(editor.state).isStale).toBe(true)
    expect(replaceAllMatches(editor.view, 'thôn')).toBe(2)
    expect(editor.state.doc.lastChild?.textContent).toBe('thôn thôn')
  })

  it('only suggests in “Chế độ góp ý”, and does not find again what is to go', () => {
    const editor = open(paragraph('xã và xã'))
    const before = editor.state.doc
    setSuggesting(editor, true)
    lookFor(editor.view, { text: 'xã', ...exact })
    expect(replaceAllMatches(editor.view, 'phường')).toBe(2)
    expect(withoutSuggestions(editor.state.doc).toJSON()).toEqual(before.toJSON())
    expect(accepted(editor.state.doc).lastChild?.textContent).toBe('phường và phường')
    expect(findState(editor.state).matches).toEqual([])
  })
})

function open(...body: readonly Record<string, unknown>[]): Editor {
  const suggesting = SuggestingMode.configure({
    stamp: () => ({ id: 's', by: idOf('lan'), at: '2026-11-23T00:00:00.000Z' }),
  })
  return editorWith([FindText, suggesting], headline(), lead(), ...body)
}

function found(editor: Editor, query: FindQuery): string[] {
  const { doc } = editor.state
  return findMatches(doc, query).map(({ from, to }) => doc.textBetween(from, to))
}
