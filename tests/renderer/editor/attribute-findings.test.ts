// @vitest-environment jsdom
import type { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { attributeTexts } from '#common/document/attribute-texts'
import { emptyRow } from '#common/domain/schedule'
import { emptyNamesTable } from '#common/vietnamese/proofreading/names-table'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { applyAll, applyFix } from '#renderer/features/editor/proofreading/apply-fix.ts'
import {
  openedFinding,
  openFinding,
  type PlacedFinding,
  ProofreadMarks,
  placedFindings,
  showFindings,
} from '#renderer/features/editor/proofreading/proofread-marks.ts'
import { createProofreader } from '#renderer/features/editor/proofreading/proofreader.ts'
import { editorWith, headline, lead } from './article-editor'

const figure = {
  type: 'figure',
  attrs: { image: 'a'.repeat(64), alt: 'Xã bổ xung vốn, sử dung đúng', credit: 'Ảnh: Minh' },
}
const schedule = {
  type: 'schedule',
  attrs: { rows: [{ ...emptyRow, work: 'Họp về bổ xung vốn' }] },
}
const open = (...content: readonly Record<string, unknown>[]): Editor =>
  editorWith([ProofreadMarks], headline(), lead(), ...content)

/** What the proofreader marks once its worker has answered. */
async function marked(editor: Editor): Promise<readonly PlacedFinding[]> {
  let answer: (read: { reading: number; findings: ReturnType<typeof proofread> }) => void = () => {}
  const proofreader = createProofreader({
    editor,
    worker: {
      postMessage: ({ reading, article }) => answer({ reading, findings: proofread(article) }),
      onAnswer: listener => {
        answer = listener
      },
      terminate: () => {},
    },
    today: () => '2026-11-23',
    isIgnored: () => false,
  })
  proofreader.setNames(emptyNamesTable)
  await expect.poll(() => placedFindings(editor.state).length).toBeGreaterThan(0)
  proofreader.stop()
  return placedFindings(editor.state)
}

describe('words that are no running text', () => {
  it('are read from pictures and schedules', () => {
    const texts = attributeTexts(open(figure, schedule).state.doc).map(({ text }) => text)
    expect(texts).toEqual(['Xã bổ xung vốn, sử dung đúng', 'Ảnh: Minh', 'Họp về bổ xung vốn'])
  })

  it('are marked where they stand and mended there, several in one attribute too', async () => {
    const editor = open(figure, schedule)
    const found = await marked(editor)
    expect(found.map(({ words }) => words)).toEqual(['bổ xung', 'sử dung', 'bổ xung'])
    expect(applyAll(editor, found)).toBe(3)
    expect(attributeTexts(editor.state.doc).map(({ text }) => text)).toEqual([
      'Xã bổ sung vốn, sử dụng đúng',
      'Ảnh: Minh',
      'Họp về bổ sung vốn',
    ])
  })

  it('keep their card open when they are read again', async () => {
    const editor = open(figure)
    const [first] = await marked(editor)
    if (first === undefined) throw new Error('nothing was marked')
    editor.view.dispatch(openFinding(editor.state.tr, first))
    editor.view.dispatch(showFindings(editor.state.tr, [{ ...first }]))
    expect(openedFinding(editor.state)).toEqual(first)
    editor.view.dispatch(showFindings(editor.state.tr, []))
    expect(openedFinding(editor.state)).toBeNull()
  })

  it('are left alone when somebody has changed them meanwhile', async () => {
    const editor = open(figure)
    const [first] = await marked(editor)
    if (first === undefined) throw new Error('nothing was marked')
    editor.view.dispatch(editor.state.tr.setNodeAttribute(first.from, 'alt', 'Đồng lúa'))
    expect(applyFix(editor, first, 'bổ sung')).toBe(false)
  })
})
