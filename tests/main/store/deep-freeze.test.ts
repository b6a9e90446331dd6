import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freezeSharing, nothingShared } from '#main/store/collections/deep-freeze'

const owner = {
  id: 'bài-viết-thứ-nhất',
  revision: '3bb72e02bf3e0557a4484a039040a69f62e59dd4a060e933e575aa90f7633958',
  authors: ['người-viết-thứ-nhất'],
  approval: { seal: 'con dấu '.repeat(80) },
}
const owners = new Map([[owner.id, owner]])

/** Strings that come again, short and long, beside any others. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    owner.id,
    owner.revision,
    owner.approval.seal,
    'người-viết-thứ-nhất',
    'một chữ dài hơn mười',
  ),
)
const record = fc.record({
  id: text,
  article: text,
  seal: text,
  authors: fc.array(text, { maxLength: 2 }),
  parts: fc.array(fc.record({ label: text, count: fc.nat(), none: fc.constant(null) }), { maxLength: 2 }),
})

test('records that share their strings say what each said, and are frozen through and through', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 6 }), records => {
      const shared = nothingShared()
      const frozen = records.map(one => freezeSharing(structuredClone(one), shared, owners))
      expect(frozen).toEqual(records)
      for (const one of frozen)
        for (const part of [one, one.authors, one.parts, ...one.parts])
          expect(Object.isFrozen(part)).toBe(true)
    }),
  )
})

test('what belongs to a record takes its strings for the next, the long ones too; what names none of them does not', () => {
  const shared = nothingShared()
  freezeSharing({ id: 'x', seal: owner.approval.seal }, shared, owners)
  expect([...shared.strings.keys()]).toEqual([])
  freezeSharing({ id: 'x', article: owner.id, seal: owner.approval.seal }, shared, owners)
  expect([...shared.strings.keys()]).toEqual([
    owner.id,
    owner.revision,
    'người-viết-thứ-nhất',
    owner.approval.seal,
  ])
})

test('lists of one and the same string are one list', () => {
  const shared = nothingShared()
  const [first, second, other] = [['lan'], ['lan'], ['lan', 'minh']].map(authors =>
    freezeSharing({ authors }, shared, new Map()),
  )
  expect(second?.authors).toBe(first?.authors)
  expect(other?.authors).toEqual(['lan', 'minh'])
})
