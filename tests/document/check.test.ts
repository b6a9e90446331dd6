import { describe, expect, it } from 'vitest'
import { checkDocument } from '#common/document/check'
import { newDocument } from '#common/document/new-document'
import { kinds } from '#common/domain/kinds/registry'
import { article, figure, p, text } from '#tests/support/documents'

const hash = 'a'.repeat(64)
const refusal = (json: unknown) => {
  const checked = checkDocument(json)
  return checked.ok ? null : checked.problem.code
}
const link = (href: unknown) => article({}, p(text('x', { type: 'link', attrs: { href } })))

describe('checking untrusted documents', () => {
  it.each(kinds.map(kind => [kind.id, kind] as const))('takes the template of %s', (_id, kind) => {
    expect(checkDocument(newDocument(kind).toJSON()).ok).toBe(true)
  })

  it('takes a document with everything in it', () => {
    expect(
      refusal(
        article(
          { headline: 'A', lead: 'b' },
          p('c', text('d', { type: 'bold' })),
          figure(hash, 'Ảnh', 'Chú thích'),
        ),
      ),
    ).toBeNull()
  })

  it.each([
    ['nothing', null],
    ['a string', 'doc'],
    ['another node', { type: 'paragraph' }],
    ['an unknown node', article({}, { type: 'script' })],
    ['an unknown mark', article({}, p(text('x', { type: 'blink' })))],
    ['a missing lead', { type: 'doc', content: [{ type: 'headline' }, { type: 'paragraph' }] }],
    ['no block', { type: 'doc', content: [{ type: 'headline' }, { type: 'lead' }] }],
    [
      'marks in the headline',
      {
        ...article({}),
        content: [
          { type: 'headline', content: [text('x', { type: 'bold' })] },
          { type: 'lead' },
          { type: 'paragraph' },
        ],
      },
    ],
    ['a heading of level 1', article({}, { type: 'heading', attrs: { level: 1 } })],
    ['a picture that is no blob', article({}, figure('https://evil.example/x.png', ''))],
    ['a bad date', article({ attrs: { documentDate: '2026-13-40' } })],
    ['a choice that is none', article({ attrs: { budgetPeriod: 'weekly' } })],
    ['a forbidden key', JSON.parse('{"type":"doc","__proto__":{"x":1},"content":[]}')],
  ])('refuses %s', (_what, json) => {
    expect(refusal(json)).toBe('document-invalid')
  })

  it.each([
    'javascript:alert(1)',
    '//evil.example/',
    '/relative',
    'data:text/html,x',
    'https://user:pw@evil.example/',
    'vbscript:x',
    ' https://a.b',
    7,
  ])('refuses the link %s', href => {
    expect(refusal(link(href))).toBe('document-invalid')
  })

  it.each([
    'https://xa.example/bai?id=1#a',
    'http://127.0.0.1:8080/',
    'mailto:ubnd@xa.gov.vn',
    'tel:+842373888999',
  ])('takes the link %s', href => {
    expect(refusal(link(href))).toBeNull()
  })

  it('refuses nesting that would stall the program, quickly', () => {
    let nested: Record<string, unknown> = p('x')
    for (let depth = 0; depth < 20_000; depth++) nested = { type: 'blockquote', content: [nested] }
    const before = performance.now()
    expect(refusal(article({}, nested))).toBe('document-invalid')
    expect(performance.now() - before).toBeLessThan(500)
  })
})
