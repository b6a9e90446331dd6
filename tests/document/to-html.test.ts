import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { toHtml } from '#common/document/to-html'
import { bodyText } from '#common/document/to-text'
import { article, emptyDocuments, figure, h2, p, parse, text } from '#tests/support/documents'

const html = (json: Parameters<typeof parse>[0]) => toHtml(parse(json))

describe('the HTML readers get', () => {
  it('writes headline, lead, blocks and source', () => {
    const document = article(
      {
        headline: 'A & B',
        lead: 'Sapo',
        attrs: { sourceName: 'Báo xã', sourceUrl: 'https://bao.example/1' },
      },
      h2('Mục'),
      p('Chữ ', text('đậm', { type: 'bold' })),
      figure('a'.repeat(64), 'Mô tả', 'Chú thích'),
    )
    expect(html(document)).toBe(
      '<article class="article" data-kind="news"><h1>A &amp; B</h1><p class="lead">Sapo</p><h2>Mục</h2>' +
        '<p>Chữ <strong>đậm</strong></p>' +
        `<figure><img src="/blob/${'a'.repeat(64)}" alt="Mô tả" loading="lazy"><figcaption>Chú thích</figcaption></figure>` +
        '<p class="source">(Nguồn: <a href="https://bao.example/1" rel="noopener">Báo xã</a>)</p></article>',
    )
  })

  it('writes the fields of a kind as facts, in one date format', () => {
    const document = article({
      headline: 'x',
      attrs: { kind: 'announcement', documentNumber: '15/TB-UBND', documentDate: '2026-11-20' },
    })
    expect(html(document)).toContain(
      '<dl class="facts"><div><dt>Số, ký hiệu</dt><dd>15/TB-UBND</dd></div><div><dt>Ngày ban hành</dt><dd>20/11/2026</dd></div></dl>',
    )
  })

  it.each([
    ['1.250.000', true],
    ['98,7%', true],
    ['-12,5 %', true],
    ['(3.400)', true],
    ['7', true],
    ['1 250 000', true],
    ['1.250.000 đồng', false],
    ['15/11/2026', false],
    ['12/TB-UBND', false],
    ['3 – 5', false],
    ['02', true],
  ])('puts a number that is alone in its cell at the right: “%s”', (words, isFigure) => {
    const cell = { type: 'tableCell', content: [p(words)] }
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
    expect(html(article({}, table)).includes('<td align="right">')).toBe(isFigure)
  })

  it('renders every kind’s template', () => {
    for (const document of emptyDocuments) expect(toHtml(document)).toMatch(/^<article .*<\/article>$/s)
  })

  it('never lets text become markup', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', 'script', ' onerror=', '=', 'x', '/', '`'),
      minLength: 1,
    })
    fc.assert(
      fc.property(hostile, hostile, (content, alt) => {
        const result = html(
          article({ headline: content, attrs: { byline: content } }, p(content), figure('a'.repeat(64), alt)),
        )
        const parsed = JSDOM.fragment(result)
        const elements = [...parsed.querySelectorAll('*')].map(found => found.localName)
        expect(elements).toEqual(['article', 'h1', 'p', 'figure', 'img', 'p'])
        const image = parsed.querySelector('img')
        expect(image?.getAttributeNames()).toEqual(['src', 'alt', 'loading'])
        expect(image?.getAttribute('alt')).toBe(alt)
        expect(parsed.querySelector('h1')?.textContent).toBe(content)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

describe('the plain text', () => {
  it('gives one line a block and tabs between cells', () => {
    const row = (...cells: string[]) => ({
      type: 'tableRow',
      content: cells.map(cell => ({ type: 'tableCell', content: [p(cell)] })),
    })
    expect(bodyText(parse(article({}, p('a'), { type: 'table', content: [row('b', 'c')] })))).toBe('a\nb\tc')
  })
})
