// @vitest-environment jsdom

import type { Editor } from '@tiptap/core'
import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Step } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { emptyRow, type ScheduleRow } from '#common/domain/schedule'
import { Collaboration } from '#renderer/features/editor/extensions/collaboration.ts'
import { mergeRows } from '#renderer/features/editor/schedule/merge-rows.ts'
import { MergeSchedules } from '#renderer/features/editor/schedule/merge-schedules.ts'
import { editorWith, headline, lead, paragraph } from './article-editor'

const row = (work: string, more: Partial<ScheduleRow> = {}): ScheduleRow => ({
  ...emptyRow,
  day: '2026-11-23',
  work,
  ...more,
})
const [a, b, c] = [row('Giao ban'), row('Tiếp dân'), row('Họp chi bộ')]

describe('rows that two people made from the same ones', () => {
  it.each<[string, ScheduleRow[], ScheduleRow[], ScheduleRow[]]>([
    [
      'keep cells of both',
      [a, { ...b, place: 'Tầng 1' }, c],
      [{ ...a, time: '07:30' }, { ...b, people: 'Chủ tịch' }, c],
      [{ ...a, time: '07:30' }, { ...b, place: 'Tầng 1', people: 'Chủ tịch' }, c],
    ],
    [
      'keep new rows of both, theirs first',
      [a, b, c, row('x')],
      [a, b, c, row('y')],
      [a, b, c, row('y'), row('x')],
    ],
    [
      'keep a new row in its place',
      [row('đầu'), a, b, c],
      [a, b, row('giữa'), c],
      [row('đầu'), a, b, row('giữa'), c],
    ],
    ['remove what one removed', [a, c], [a, b, { ...c, time: '14:00' }], [a, { ...c, time: '14:00' }]],
    [
      'keep what one removed and the other changed',
      [a, c],
      [a, { ...b, place: 'Tầng 2' }, c],
      [a, { ...b, place: 'Tầng 2' }, c],
    ],
    ['have one row that both made', [a, b, c, row('x')], [a, b, c, row('x')], [a, b, c, row('x')]],
    ['remove what both removed', [a], [a, c], [a]],
  ])('%s', (_name, ours, theirs, merged) => {
    expect(mergeRows([a, b, c], ours, theirs)).toEqual({ rows: merged, lost: [] })
  })

  it('tell what of theirs stood in a cell that was written here too', () => {
    const merged = mergeRows([a], [{ ...a, place: 'Tầng 1' }], [{ ...a, place: 'Tầng 2', time: '08:00' }])
    expect(merged).toEqual({ rows: [{ ...a, place: 'Tầng 1', time: '08:00' }], lost: ['Tầng 2'] })
  })

  it('begin with none', () => {
    expect(mergeRows([], [a], [b]).rows).toEqual([b, a])
  })
})

describe('a schedule open in two windows', () => {
  it('takes a row of each that were made at the same instant, and both windows show the same', () => {
    const [mine, other] = [open('mine'), open('other')]
    put(other.editor, [a, { ...b, place: 'Tầng 1' }])
    put(mine.editor, [{ ...a, time: '07:30' }, b, c])
    const log = [...send(other.editor)]
    take(other.editor, log)
    take(mine.editor, log)
    const later = send(mine.editor)
    take(mine.editor, later)
    take(other.editor, later)
    const both = [{ ...a, time: '07:30' }, { ...b, place: 'Tầng 1' }, c]
    expect(rowsOf(mine.editor)).toEqual(both)
    expect(rowsOf(other.editor)).toEqual(both)
    expect(mine.lost).toEqual([])
  })

  it('lists what the other wrote into the same cell', () => {
    const [mine, other] = [open('mine'), open('other')]
    put(other.editor, [{ ...a, place: 'Hội trường' }, b])
    put(mine.editor, [{ ...a, place: 'Phòng họp' }, b])
    const log = send(other.editor)
    take(mine.editor, log)
    expect(rowsOf(mine.editor)[0]?.place).toBe('Phòng họp')
    expect(mine.lost).toEqual(['Hội trường'])
  })

  it('is left alone when only text changed beside it', () => {
    const [mine, other] = [open('mine'), open('other')]
    other.editor.view.dispatch(other.editor.state.tr.insertText('x', 1))
    put(mine.editor, [a])
    take(mine.editor, send(other.editor))
    expect(rowsOf(mine.editor)).toEqual([a])
    expect(sendableSteps(mine.editor.state)?.steps).toHaveLength(1)
  })
})

type Sent = readonly { readonly step: Record<string, unknown>; readonly client: string }[]

function open(clientId: string) {
  const lost: string[] = []
  const extensions = [
    Collaboration.configure({ version: 0, clientId }),
    MergeSchedules.configure({ onLost: texts => lost.push(...texts) }),
  ]
  const schedule = { type: 'schedule', attrs: { rows: [a, b] } }
  const editor = editorWith(extensions, headline(), lead(), schedule, paragraph())
  return { editor, lost }
}

function put(editor: Editor, rows: readonly ScheduleRow[]): void {
  editor.view.dispatch(editor.state.tr.setNodeAttribute(4, 'rows', rows))
}

function send(editor: Editor): Sent {
  const client = String(sendableSteps(editor.state)?.clientID)
  return (sendableSteps(editor.state)?.steps ?? []).map(step => ({ step: step.toJSON(), client }))
}

function take(editor: Editor, sent: Sent): void {
  const { schema } = editor.state
  const steps = sent.map(({ step }) => Step.fromJSON(schema, step))
  const before = getVersion(editor.state)
  editor.view.dispatch(
    receiveTransaction(
      editor.state,
      steps,
      sent.map(({ client }) => client),
    ),
  )
  expect(getVersion(editor.state)).toBe(before + steps.length)
}

function rowsOf(editor: Editor): readonly ScheduleRow[] {
  return editor.state.doc.child(2).attrs.rows
}
