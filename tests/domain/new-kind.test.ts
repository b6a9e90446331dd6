import { expect, it, vi } from 'vitest'
import { newDocument } from '#common/document/new-document'
import { schema } from '#common/document/schema'
import { toHtml } from '#common/document/to-html'
import { validate } from '#common/document/validators'
import { findKind, kinds } from '#common/domain/kinds/registry'
import { passagesOf } from '#main/search/passages'

/** The one file somebody writes for a kind nobody thought of; it stands here in the place of news. */
vi.mock('#common/domain/kinds/news', async () => {
  const { field } = await import('#common/domain/field')
  const { atField, kindFinding } = await import('#common/domain/finding')
  const { paragraph } = await import('#common/domain/kind')
  return {
    news: {
      id: 'lost-and-found',
      label: { vi: 'Tìm đồ', en: 'Lost and found' },
      hint: { vi: 'Đồ rơi, giấy tờ mất', en: 'What was lost' },
      fields: [field('foundAt', 'text', 'Nơi nhặt được', 'Found at')],
      template: [paragraph()],
      check: () => [kindFinding('must', 'lost-x', { vi: 'Thiếu.', en: 'Missing.' }, atField('foundAt'))],
    },
  }
})

it('a kind is known to document, checks, page and search by its own file and its line in the registry', () => {
  const kind = findKind('lost-and-found')
  if (kind === undefined) throw new Error('not in the registry')
  expect(kinds[0]).toBe(kind)
  const empty = newDocument(kind)
  empty.check()
  const document = schema.nodeFromJSON({
    ...empty.toJSON(),
    attrs: { ...empty.attrs, foundAt: 'Chợ Trúc Thủy' },
  })
  document.check()
  expect(validate(document)).toContainEqual(
    expect.objectContaining({
      level: 'must',
      code: 'kind-check',
      place: { kind: 'field', field: 'foundAt' },
    }),
  )
  expect(toHtml(document)).toContain('<dt>Nơi nhặt được</dt><dd>Chợ Trúc Thủy</dd>')
  expect(passagesOf(document)).toContainEqual({ part: 'facts', text: 'Chợ Trúc Thủy' })
})
