import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { schema } from '#common/document/schema'
import { type LostText, lostText } from '#renderer/features/editor/draft/lost-text.ts'
import { article, figure, p, parse } from '#tests/support/documents'

type Listed = Omit<LostText, 'id'>
type Edit = (tr: Transaction) => Transform
interface Outcome {
  readonly listed: readonly Listed[]
  readonly text: string
}

const cell = (content: string) => ({ type: 'tableCell', content: [p(content)] })
const start = parse(
  article(
    { headline: 'Đầu đề', lead: 'Sapo' },
    p('Một hai ba'),
    p('Bốn năm sáu'),
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('Ô một'), cell('Ô hai')] },
        { type: 'tableRow', content: [cell('Ô ba'), cell('Ô bốn')] },
      ],
    },
    p('Cuối bài'),
  ),
)

/** Where the words stand in a document; `side` 1 is behind them. */
function at(document: Node, words: string, side: 0 | 1 = 0): number {
  let found = -1
  document.descendants((node, position) => {
    const index = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (index >= 0 && found < 0) found = position + 1 + index + side * words.length
  })
  if (found < 0) throw new Error(`no ${words}`)
  return found
}

/** I do `mine`, one transaction each, while somebody's `theirs` has reached main first. */
function meet(mine: readonly Edit[], theirs: (tr: Transform) => unknown): Outcome {
  let state = EditorState.create({ doc: start, plugins: [collab({ version: 0, clientID: 'me' })] })
  for (const edit of mine) {
    const { tr } = state
    edit(tr)
    state = state.apply(tr)
  }
  const other = new Transform(start)
  theirs(other)
  const unsent = sendableSteps(state)?.steps ?? []
  const rebase = receiveTransaction(
    state,
    other.steps,
    other.steps.map(() => 'other'),
  )
  return { listed: lostText(unsent, other.steps.length, rebase), text: state.apply(rebase).doc.textContent }
}

const type =
  (words: string, behind: string): Edit =>
  tr =>
    tr.insertText(words, at(tr.doc, behind, 1))
const remove = (words: string) => (tr: Transform) => tr.delete(at(tr.doc, words), at(tr.doc, words, 1))
const blockOf = (document: Node, words: string, depth = 1) => {
  const $at = document.resolve(at(document, words))
  return { from: $at.before(depth), to: $at.after(depth) }
}
const removeBlock =
  (words: string, depth = 1) =>
  (tr: Transform) => {
    const { from, to } = blockOf(tr.doc, words, depth)
    return tr.delete(from, to)
  }

describe('text typed under somebody’s deletion', () => {
  it('is listed as it stood, without the letters a typing tool took back', () => {
    const { listed, text } = meet(
      [type(' đa', 'Một'), remove('đa') as Edit, type('đẩ', 'Một '), type('y', 'Một đẩ')],
      remove('Một hai ba'),
    )
    expect(listed).toEqual([{ kind: 'own', text: ' đẩy' }])
    expect(text).not.toContain('đẩy')
  })

  it('is one entry for every place it stood in', () => {
    const { listed } = meet([type('X', 'Một'), type('Y', 'Bốn')], tr => {
      removeBlock('Một')(tr)
      removeBlock('Bốn')(tr)
    })
    expect(listed).toEqual([
      { kind: 'own', text: 'X' },
      { kind: 'own', text: 'Y' },
    ])
  })

  it('is listed when two paragraphs are joined by deleting across it', () => {
    const { listed } = meet([type(' cũ', 'hai')], tr => tr.delete(at(tr.doc, 'Một', 1), at(tr.doc, 'Bốn', 1)))
    expect(listed).toEqual([{ kind: 'own', text: ' cũ' }])
  })

  it('is listed with the paragraph it was split off into', () => {
    const { listed, text } = meet(
      [tr => tr.split(at(tr.doc, 'Một ', 1)), type(' mới', 'hai')],
      removeBlock('Một'),
    )
    expect(listed).toEqual([{ kind: 'own', text: ' mới' }])
    expect(text).not.toContain('mới')
  })

  it('is listed when its row, or the whole table, goes', () => {
    expect(meet([type(' thêm', 'Ô ba')], removeBlock('Ô ba', 2)).listed).toEqual([
      { kind: 'own', text: ' thêm' },
    ])
    expect(meet([type(' thêm', 'Ô ba')], removeBlock('Ô ba', 1)).listed).toEqual([
      { kind: 'own', text: ' thêm' },
    ])
  })

  it('is listed when others typed it into what is deleted here', () => {
    const { listed, text } = meet([tr => removeBlock('Một')(tr)], tr =>
      tr.insert(at(tr.doc, 'hai', 1), schema.text(' mới')),
    )
    expect(listed).toEqual([{ kind: 'theirs', text: ' mới' }])
    expect(text).not.toContain('mới')
  })
})

describe('text that still has a place stays and nothing is listed', () => {
  const kept: Readonly<Record<string, (tr: Transform) => unknown>> = {
    'when the paragraph is joined to the next': tr => tr.join(blockOf(tr.doc, 'Một').to),
    'when the paragraph is split there': tr => tr.split(at(tr.doc, 'hai', 1)),
    'when the paragraph becomes a heading': tr =>
      tr.setNodeMarkup(blockOf(tr.doc, 'Một').from, schema.nodes.heading, { level: 2 }),
    'when the words beside it are deleted': remove(' ba'),
    'when a row elsewhere goes': removeBlock('Ô ba', 2),
  }
  it.each(Object.entries(kept))('%s', (_name, theirs) => {
    const { listed, text } = meet([type(' mới', 'hai')], theirs)
    expect(listed).toEqual([])
    expect(text).toContain('hai mới')
  })
})

describe('a change that no longer fits', () => {
  it('is listed with its words: a heading made of a paragraph that somebody split', () => {
    const heading: Edit = tr =>
      tr.setNodeMarkup(blockOf(tr.doc, 'Một').from, schema.nodes.heading, { level: 2 })
    const { listed, text } = meet([heading], tr => tr.split(at(tr.doc, 'hai')))
    expect(listed).toEqual([{ kind: 'change', text: 'Một \nhai ba' }])
    expect(text).toBe(start.textContent)
  })

  it('is listed without words: a picture put where somebody deleted', () => {
    const put: Edit = tr =>
      tr.insert(blockOf(tr.doc, 'Bốn').from, schema.nodeFromJSON(figure('a'.repeat(64), 'Ảnh')))
    expect(
      meet([put], tr => tr.delete(blockOf(tr.doc, 'Một').from, blockOf(tr.doc, 'Bốn').to)).listed,
    ).toEqual([{ kind: 'change', text: '' }])
  })

  it('says nothing when the words it was made to are gone too', () => {
    const bold: Edit = tr => tr.addMark(at(tr.doc, 'hai'), at(tr.doc, 'hai', 1), schema.mark('bold'))
    expect(meet([bold], removeBlock('Một')).listed).toEqual([])
    expect(meet([remove('hai') as Edit], removeBlock('Một')).listed).toEqual([])
  })
})
