// @vitest-environment jsdom

import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeAs } from '#common/vietnamese/encodings/decode-as'
import { detectLegacy } from '#common/vietnamese/encodings/detect-legacy'
import { type FontSpan, withFonts } from '#renderer/features/editor/encoding/font-spans.ts'
import { blocksBetween, placeChanges } from '#renderer/features/editor/encoding/placed-blocks.ts'
import { CleanPaste } from '#renderer/features/editor/extensions/clean-paste.ts'
import {
  encodingRepair,
  offerSelection,
  RepairEncoding,
  repairTexts,
  takeBackRepair,
} from '#renderer/features/editor/extensions/repair-encoding.ts'
import { cleanHtml } from '#renderer/features/editor/paste/clean-html.ts'
import { cursorAt, editorWith, headline, lead, outline, paragraph } from './article-editor'

// jsdom has none, and ProseMirror makes one for a paste without an event.
vi.stubGlobal('ClipboardEvent', class extends Event {})
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const old = 'ñy ban nh©n d©n x· th«ng b¸o'
const readable = 'ủy ban nhân dân xã thông báo'

describe('a paste in an old font', () => {
  it('stands as it came until the repair is accepted, and comes back in one undo', () => {
    const editor = open(paragraph('Trước: '))
    editor.view.pasteHTML(`<p>${old} <b>sè 5</b></p>`)
    expect(encodingRepair(editor.state).offered).toBeNull()
    vi.advanceTimersByTime(100)
    const { offered } = encodingRepair(editor.state)
    expect(offered?.by).toBe('paste')
    expect(text(editor)).toContain(old)

    accept(editor)
    expect(text(editor)).toContain(`${readable} số 5`)
    expect(encodingRepair(editor.state).offered).toBeNull()
    undo(editor.state, editor.view.dispatch)
    expect(text(editor)).toContain(`${old} sè 5`)
    redo(editor.state, editor.view.dispatch)
    expect(text(editor)).toContain(readable)
  })

  it('can be taken back later, around what was written meanwhile', () => {
    const editor = open()
    editor.view.pasteText(old)
    vi.advanceTimersByTime(100)
    accept(editor)
    editor.view.dispatch(editor.state.tr.insertText('Hôm nay, ', 5))
    expect(text(editor)).toBe(`Hôm nay, ${readable}`)
    takeBackRepair(editor.view)
    expect(text(editor)).toBe(`Hôm nay, ${old}`)
  })

  it('leaves a word alone that somebody changed meanwhile', () => {
    const editor = open()
    editor.view.pasteText(old)
    vi.advanceTimersByTime(100)
    accept(editor)
    editor.view.dispatch(editor.state.tr.insertText('Ủ', 5, 6))
    takeBackRepair(editor.view)
    expect(text(editor)).toBe(old.replace('ñy', 'Ủy'))
  })

  it('keeps bold where it was, also within a word', () => {
    const editor = open()
    editor.view.pasteHTML(`<p>${old} nh<b>©n d©n</b></p>`)
    vi.advanceTimersByTime(100)
    accept(editor)
    const bold: string[] = []
    editor.state.doc.descendants(node => {
      if (node.isText && node.marks.some(mark => mark.type.name === 'bold')) bold.push(node.text ?? '')
    })
    expect(text(editor)).toContain('nhân dân')
    expect(bold.join('')).toContain('n dân')
  })

  it.each([
    ['Unicode', 'Ủy ban nhân dân xã thông báo lịch họp'],
    ['French', 'Où êtes-vous allés après la fête ?'],
    ['a syllable, as typing programs paste it', 'nh©n'],
  ])('is not offered for %s', (_, pasted) => {
    const editor = open()
    editor.view.pasteText(pasted)
    vi.advanceTimersByTime(500)
    expect(encodingRepair(editor.state).offered).toBeNull()
    expect(text(editor)).toBe(pasted)
  })

  it('is composed at once where letters came in parts', () => {
    const editor = open()
    editor.view.pasteText('Hội nghị'.normalize('NFD'))
    editor.view.pasteHTML(`<p>${'Đại hội'.normalize('NFD')}</p>`)
    expect(text(editor)).toBe('Hội nghịĐại hội')
  })
})

describe('fonts of a paste', () => {
  const word = `<p><span style='font-family:".VnTimeH"'>Céng hßa</span> <font face=".VnTime">x· héi chñ nghÜa</font> Việt Nam</p>`

  it('are read before the styles go, and found again in the text', () => {
    const { fonts, html } = cleanHtml(word)
    expect(html).not.toContain('font')
    const [runs] = withFonts([[{ text: ' Céng  hßa x· héi chñ nghÜa Việt Nam' }]], fonts)
    expect(runs?.map(run => [run.text.trim(), run.font])).toEqual([
      ['Céng  hßa', '.VnTimeH'],
      ['x· héi chñ nghÜa', '.VnTime'],
      ['Việt Nam', undefined],
    ])
  })

  it('are none where no old font is named', () => {
    expect(cleanHtml('<p style="font-family:Arial">a</p>').fonts).toEqual([])
  })

  it('turn small letters of an H font into capitals', () => {
    const editor = open()
    editor.view.pasteHTML(word)
    vi.advanceTimersByTime(100)
    accept(editor)
    expect(text(editor)).toBe('CỘNG HÒA xã hội chủ nghĩa Việt Nam')
  })
})

describe('the command', () => {
  it('takes the selection, else the whole text', () => {
    const editor = open(paragraph(old), paragraph('Ho.p xa~'))
    offerSelection(editor.view)
    expect(encodingRepair(editor.state).offered).toMatchObject({ from: 0, by: 'command' })
    const blocks = blocksBetween(editor.state.doc, 0, editor.state.doc.content.size)
    const viqr = decodeAs(
      blocks.slice(1).map(({ runs }) => runs),
      'viqr',
    )
    expect(repairTexts(editor.view, placeChanges(blocks.slice(1), viqr))).toBe(2)
    expect(outline(editor).at(-1)).toEqual(['paragraph', 'Họp xã'])
    expect(outline(editor).at(-2)).toEqual(['paragraph', old])
  })
})

function open(...content: readonly Record<string, unknown>[]): Editor {
  let fonts: readonly FontSpan[] = []
  const clean = CleanPaste.configure({
    onFonts: pasted => {
      fonts = pasted
    },
  })
  const repair = RepairEncoding.configure({ pastedFonts: () => fonts })
  const body = content.length === 0 ? [paragraph()] : content
  const editor = editorWith([clean, repair], headline(), lead(), ...body)
  cursorAt(editor, 2, 0)
  return editor
}

function accept(editor: Editor): void {
  const { offered } = encodingRepair(editor.state)
  if (offered === null) throw new Error('nothing is offered')
  const blocks = blocksBetween(editor.state.doc, offered.from, offered.to)
  const runs = withFonts(
    blocks.map(block => block.runs),
    offered.fonts,
  )
  repairTexts(editor.view, placeChanges(blocks, detectLegacy(runs)))
}

function text(editor: Editor): string {
  return editor.state.doc.textContent
}
