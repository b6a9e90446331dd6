// @vitest-environment jsdom
import type { Editor } from '@tiptap/core'
import { undoNoScroll } from '@tiptap/pm/history'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyNamesTable } from '#common/vietnamese/proofreading/names-table'
import { aidsState, WritingAids } from '#renderer/features/editor/aids/writing-aids.ts'
import { cursorAt, editorWith, headline, lead, paragraph, press } from './article-editor'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

it('offers something when typing rests, and takes no key but F2 until somebody is in the list', () => {
  const editor = open('Hội nghị ')
  type(editor, 'trên đị')
  vi.advanceTimersByTime(1_000)
  expect(aidsState(editor.state)).toMatchObject({ offered: [{ text: 'trên địa bàn xã' }], chosen: null })
  press(editor, 'Enter')
  expect(editor.state.doc.childCount).toBe(4)
  expect(aidsState(editor.state).offered).toEqual([])
})

it('goes away with the next letter, and selects nothing in the text', () => {
  const editor = open('')
  type(editor, 'trên đị')
  vi.advanceTimersByTime(1_000)
  expect(editor.state.selection.empty).toBe(true)
  type(editor, 'a')
  expect(aidsState(editor.state).offered).toEqual([])
  expect(editor.state.doc.lastChild?.textContent).toBe('trên địa')
})

it('F2 leads into the list, Enter puts in what is chosen, one undo takes it back', () => {
  const editor = open('Nay theo quy')
  press(editor, 'F2')
  expect(aidsState(editor.state).chosen).toBe(0)
  const [, second] = aidsState(editor.state).offered
  press(editor, 'ArrowDown')
  press(editor, 'Enter')
  expect(editor.state.doc.lastChild?.textContent).toBe(`Nay ${second?.text}`)
  undoNoScroll(editor.state, editor.view.dispatch)
  expect(editor.state.doc.lastChild?.textContent).toBe('Nay theo quy')
})

it('never comes while a word is composed, in the middle of a word, when turned off, or for what others type', () => {
  const quiet = (editor: Editor) => {
    vi.advanceTimersByTime(2_000)
    expect(aidsState(editor.state).offered).toEqual([])
  }
  const composing = open('')
  type(composing, 'trên đị')
  Reflect.defineProperty(composing.view, 'composing', { get: () => true })
  quiet(composing)
  expect(press(composing, 'F2')).toBe(false)

  const inside = open('trên địa')
  cursorAt(inside, 2, 7)
  press(inside, 'F2')
  quiet(inside)

  const off = open('')
  off.extensionStorage.writingAids.isAutomatic = false
  type(off, 'trên đị')
  quiet(off)

  const watched = open('')
  watched.view.dispatch(watched.state.tr.insertText('trên đị').setMeta('collab$', {}))
  quiet(watched)
})

it('Escape closes it, and only it', () => {
  const editor = open('theo quy')
  press(editor, 'F2')
  expect(press(editor, 'Escape')).toBe(true)
  expect(aidsState(editor.state).offered).toEqual([])
  expect(press(editor, 'Escape')).toBe(false)
})

function open(text: string): Editor {
  const editor = editorWith([WritingAids], headline(), lead(), paragraph(text))
  editor.extensionStorage.writingAids.sources = () => ({ names: emptyNamesTable, today: '2026-11-23' })
  editor.view.hasFocus = () => true
  cursorAt(editor, 2, text.length)
  return editor
}

function type(editor: Editor, text: string): void {
  editor.view.dispatch(editor.state.tr.insertText(text))
}
