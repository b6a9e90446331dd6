import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { checkNode } from '#common/document/check'
import { schema } from '#common/document/schema'
import { settled, withoutSuggestions } from '#common/document/suggestions/settle'
import { suggestChanges } from '#common/document/suggestions/suggest-changes'
import { accepted } from '#common/document/suggestions/suggested-content'
import { article, figure, h2, p, parse, text } from '#tests/support/documents'

const lan = { id: 's1', by: 'a'.repeat(26), at: '2026-11-22T03:32:00.000Z' }
const hoa = { id: 's2', by: 'b'.repeat(26), at: '2026-11-22T03:33:00.000Z' }

const start = parse(article({ headline: 'Đầu', lead: 'Sapo' }, p('Một hai ba'), p('Bốn năm'), h2('Sáu')))

function suggest(document: Node, change: (tr: Transform) => unknown, stamp = lan) {
  const direct = new Transform(document)
  change(direct)
  const tr = new Transform(document)
  const place = suggestChanges(tr, direct, stamp)
  expect(checkNode(tr.doc)).toBeNull()
  return { doc: tr.doc, direct: direct.doc, place, tr }
}

/** Position of a piece of text. */
function at(document: Node, piece: string): number {
  let found = -1
  document.descendants((node, position) => {
    const index = node.isText && found < 0 ? (node.text ?? '').indexOf(piece) : -1
    if (index >= 0) found = position + index
  })
  if (found < 0) throw new Error(`no ${piece}`)
  return found
}

const changes: Readonly<Record<string, (tr: Transform) => unknown>> = {
  'typing in a paragraph': tr => tr.insert(at(tr.doc, 'hai'), schema.text('mới ')),
  'typing in the headline': tr => tr.insert(at(tr.doc, 'Đầu'), schema.text('Tin ')),
  'deleting a word': tr => tr.delete(at(tr.doc, 'hai '), at(tr.doc, 'ba')),
  'replacing a word': tr => tr.replaceWith(at(tr.doc, 'hai'), at(tr.doc, 'hai') + 3, schema.text('HAI')),
  'splitting a paragraph': tr => tr.split(at(tr.doc, 'hai')),
  'Enter at the end': tr => tr.split(at(tr.doc, 'Một') + 10),
  'joining two paragraphs': tr => tr.join(at(tr.doc, 'Bốn') - 1),
  'deleting over a border': tr => tr.delete(at(tr.doc, 'hai'), at(tr.doc, 'năm')),
  'deleting over two borders': tr => tr.delete(at(tr.doc, 'hai'), at(tr.doc, 'Sáu') + 1),
  'deleting a whole paragraph': tr => tr.delete(at(tr.doc, 'Bốn') - 1, at(tr.doc, 'Bốn') + 8),
  'a new paragraph': tr => tr.insert(at(tr.doc, 'Bốn') - 1, parse(article({}, p('Mới'))).child(2)),
  'a heading of a paragraph': tr =>
    tr.setBlockType(at(tr.doc, 'Bốn'), at(tr.doc, 'Bốn'), schema.nodes.heading, { level: 3 }),
  'another level': tr => tr.setNodeMarkup(at(tr.doc, 'Sáu') - 1, null, { level: 4 }),
  bold: tr => tr.addMark(at(tr.doc, 'hai'), at(tr.doc, 'ba'), schema.mark('bold')),
  'a list of two paragraphs': tr => {
    const range = tr.doc.resolve(at(tr.doc, 'Một')).blockRange(tr.doc.resolve(at(tr.doc, 'Bốn')))
    if (range !== null) tr.wrap(range, [{ type: schema.nodes.bulletList }, { type: schema.nodes.listItem }])
  },
  'a quotation': tr => {
    const range = tr.doc.resolve(at(tr.doc, 'Bốn')).blockRange()
    if (range !== null) tr.wrap(range, [{ type: schema.nodes.blockquote }])
  },
  'a picture': tr =>
    tr.insert(
      at(tr.doc, 'Bốn') - 1,
      parse(article({}, figure('a'.repeat(64), 'Mô tả', 'Chú thích'))).child(2),
    ),
  'several at once': tr => {
    tr.delete(at(tr.doc, 'Một'), at(tr.doc, 'hai'))
    tr.insert(at(tr.doc, 'Bốn'), schema.text('Và '))
    tr.addMark(at(tr.doc, 'Sáu'), at(tr.doc, 'Sáu') + 2, schema.mark('italic'))
  },
  'text of the headline into the lead': tr => {
    tr.delete(at(tr.doc, 'Đầu') + 1, at(tr.doc, 'Đầu') + 3)
    tr.insert(at(tr.doc, 'Sapo'), schema.text('ầu'))
  },
  'everything replaced': tr =>
    tr.replaceWith(0, tr.doc.content.size, parse(article({ headline: 'X', lead: 'Y' }, p('Z'))).content),
}

describe('a suggestion', () => {
  it.each(Object.entries(changes))(
    'of %s: rejected the original, accepted what was made',
    (_name, change) => {
      const { doc, direct } = suggest(start, change)
      expect(doc.eq(start)).toBe(false)
      expect(withoutSuggestions(doc).toJSON()).toEqual(start.toJSON())
      expect(accepted(doc).toJSON()).toEqual(direct.toJSON())
    },
  )

  it.each(Object.entries(changes))('of %s on top of somebody else’s', (_name, change) => {
    const first = suggest(
      start,
      tr => {
        tr.insert(at(tr.doc, 'ba'), schema.text('khác '))
        tr.delete(at(tr.doc, 'năm'), at(tr.doc, 'năm') + 3)
      },
      hoa,
    )
    const { doc } = suggest(first.doc, change)
    expect(withoutSuggestions(doc).toJSON()).toEqual(start.toJSON())
    const onlyMine = settled(doc, ({ by }) => (by === lan.by ? 'reject' : null)).doc
    expect(onlyMine.toJSON()).toEqual(first.doc.toJSON())
  })

  it('of a field keeps the field until it is accepted', () => {
    const { doc } = suggest(start, tr => tr.setDocAttribute('byline', 'Lan'))
    expect(doc.attrs.byline).toBeNull()
    expect(accepted(doc).attrs).toMatchObject({ byline: 'Lan', suggested: {} })
    expect(withoutSuggestions(doc).eq(start)).toBe(true)
  })

  it('joins what one person types letter by letter', () => {
    let doc = start
    let caret = at(doc, 'hai')
    for (const [index, letter] of [...'mới '].entries()) {
      const step = suggest(doc, tr => tr.insert(caret, schema.text(letter)), { ...lan, id: `k${index}` })
      doc = step.doc
      caret = step.place(caret + 1)
    }
    const ids = new Set<unknown>()
    doc.descendants(node => {
      for (const mark of node.marks) ids.add(mark.attrs.id)
    })
    expect([...ids]).toEqual(['k0'])
  })

  it('taken back by its own author leaves nothing', () => {
    const { doc } = suggest(start, tr => tr.insert(at(tr.doc, 'hai'), schema.text('mới ')))
    const back = suggest(doc, tr => tr.delete(at(tr.doc, 'mới'), at(tr.doc, 'mới') + 4))
    expect(back.doc.eq(start)).toBe(true)
    const bold = suggest(start, tr => tr.addMark(at(tr.doc, 'hai'), at(tr.doc, 'ba'), schema.mark('bold')))
    const plain = suggest(bold.doc, tr =>
      tr.removeMark(at(tr.doc, 'hai'), at(tr.doc, 'ba'), schema.mark('bold')),
    )
    expect(plain.doc.eq(start)).toBe(true)
  })

  it('to delete a block keeps what somebody typed into it meanwhile', () => {
    const { doc } = suggest(start, tr => tr.delete(at(tr.doc, 'Bốn') - 1, at(tr.doc, 'Bốn') + 8))
    const typed = new Transform(doc).insert(at(doc, 'năm'), schema.text('không mất '))
    expect(accepted(typed.doc).textContent).toContain('không mất')
    expect(accepted(typed.doc).textContent).not.toContain('Bốn')
  })

  it('puts the caret behind what was typed', () => {
    const from = at(start, 'hai')
    const { doc, place } = suggest(start, tr => tr.replaceWith(from, from + 3, schema.text('HAI')))
    expect(doc.textBetween(place(from + 3) - 3, place(from + 3))).toBe('HAI')
  })

  it('keeps formatting of what was deleted', () => {
    const bold = parse(article({}, p('a ', text('đậm', { type: 'bold' }), ' b')))
    const { doc } = suggest(bold, tr => tr.delete(at(tr.doc, 'đậm'), at(tr.doc, 'đậm') + 3))
    expect(withoutSuggestions(doc).eq(bold)).toBe(true)
  })
})

it('backspacing over a word is one suggestion', () => {
  let doc = start
  let caret = at(doc, 'ba') + 2
  for (const id of ['k0', 'k1']) {
    const step = suggest(doc, tr => tr.delete(caret - 1, caret), { ...lan, id })
    doc = step.doc
    caret = step.place(caret - 1, -1)
  }
  const ids = new Set<unknown>()
  doc.descendants(node => {
    for (const mark of node.marks) ids.add(mark.attrs.id)
  })
  expect([...ids]).toEqual(['k0'])
})
