import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedBlock, TextRun } from '#common/api/comparison'
import { checkDocument } from '#common/document/check'
import { revisionText } from '#common/document/revision-body'
import { articleId } from '#common/domain/ids'
import { compareDocuments } from '#main/review/comparison/compare-documents'
import { ownCpuMs } from '#tests/support/busiest-turn'
import { article, figure, h2, p, parse, text } from '#tests/support/documents'

type Json = Readonly<Record<string, unknown>>
type Options = Parameters<typeof article>[0]

const a = 'a'.repeat(64)
const b = 'b'.repeat(64)
const bold = { type: 'bold' }

function compare(
  before: readonly Json[],
  after: readonly Json[],
  options: readonly [Options, Options] = [{}, {}],
) {
  return compareDocuments(parse(article(options[0], ...before)), parse(article(options[1], ...after)))
}

const changed = (blocks: readonly ComparedBlock[]) => blocks.filter(block => block.change !== 'same')
const shown = (runs: readonly TextRun[]) =>
  runs.map(({ change, text }) => ({ same: '', added: '+', removed: '-', formatted: '~' })[change] + text)
const textBlock = (block: ComparedBlock | undefined) => {
  if (block?.kind !== 'text') throw new Error('not a text')
  return block
}

const cell = (content: string): Json => ({ type: 'tableCell', content: [p(content)] })
const table = (...rows: readonly (readonly string[])[]): Json => ({
  type: 'table',
  content: rows.map(row => ({ type: 'tableRow', content: row.map(cell) })),
})
const list = (...items: readonly string[]): Json => ({
  type: 'bulletList',
  content: items.map(item => ({ type: 'listItem', content: [p(item)] })),
})
const attachment = (file: string, label: string): Json => ({
  type: 'attachment',
  attrs: { file, fileName: 'quyet-dinh.pdf', mediaType: 'application/pdf', sizeBytes: 1_000, label },
})

describe('comparing two texts', () => {
  it('finds nothing between a text and itself', () => {
    const same = compare([p('Một.'), table(['1', '2'])], [p('Một.'), table(['1', '2'])])
    expect(changed(same.blocks)).toEqual([])
    expect(same.counts).toEqual({
      words: 0,
      signs: 0,
      formats: 0,
      pictures: 0,
      files: 0,
      fields: 0,
      moved: 0,
    })
  })

  it('names replaced words, and counts each once', () => {
    const { blocks, counts } = compare([p('Đường dài hai cây số.')], [p('Đường dài ba cây số rưỡi.')])
    expect(shown(textBlock(changed(blocks)[0]).runs)).toEqual([
      'Đường dài ',
      '-hai',
      '+ba',
      ' cây số',
      '+ rưỡi',
      '.',
    ])
    expect(counts.words).toBe(2)
  })

  it('sees one comma', () => {
    const { counts } = compare([p('Sáng nay 40 hộ dân')], [p('Sáng nay, 40 hộ dân')])
    expect(counts).toMatchObject({ words: 0, signs: 1 })
  })

  it('sees formatting alone, and what it was before', () => {
    const { blocks, counts } = compare([p('Hạn chót là thứ Sáu')], [p('Hạn chót là ', text('thứ Sáu', bold))])
    const runs = textBlock(changed(blocks)[0]).runs
    expect(runs.find(run => run.change === 'formatted')).toMatchObject({
      text: 'thứ Sáu',
      marks: ['bold'],
      marksBefore: [],
    })
    expect(counts).toMatchObject({ words: 0, formats: 1 })
  })

  it('sees half a word become bold', () => {
    const { blocks } = compare([p('không')], [p(text('kh', bold), text('ông'))])
    expect(shown(textBlock(changed(blocks)[0]).runs)).toEqual(['~kh', 'ông'])
  })

  it('sees where a link leads now', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } })
    const { blocks } = compare(
      [p(text('tại đây', link('https://a.vn')))],
      [p(text('tại đây', link('https://b.vn')))],
    )
    expect(textBlock(changed(blocks)[0]).runs).toMatchObject([
      { change: 'formatted', marks: ['link https://b.vn'], marksBefore: ['link https://a.vn'] },
    ])
  })

  it('sees a paragraph become a heading', () => {
    const { blocks, counts } = compare([p('Lịch tiêm chủng')], [h2('Lịch tiêm chủng')])
    expect(textBlock(changed(blocks)[0])).toMatchObject({ style: 'heading2', styleBefore: 'paragraph' })
    expect(counts).toMatchObject({ words: 0, formats: 1 })
  })

  it('keeps unchanged paragraphs still when one comes between', () => {
    const { blocks } = compare(
      [p('Một hai ba'), p('Bốn năm sáu')],
      [p('Một hai ba'), p('Mới'), p('Bốn năm sáu')],
    )
    expect(changed(blocks)).toMatchObject([{ change: 'added', runs: [{ change: 'added', text: 'Mới' }] }])
  })

  it('says of a paragraph that changed places that it moved', () => {
    const [one, two] = [p('Đoạn thứ nhất nói về đường.'), p('Đoạn thứ hai nói về lúa mùa.')]
    const { blocks, counts } = compare([one, two, h2('Mục')], [two, one, h2('Mục')])
    expect(changed(blocks).map(block => block.change)).toEqual(['moved', 'moved'])
    expect(counts).toMatchObject({ words: 0, moved: 1 })
  })

  it('compares list items one by one', () => {
    const { blocks } = compare([list('gạo', 'ngô')], [list('gạo nếp', 'ngô')])
    expect(changed(blocks)).toMatchObject([{ style: 'bulletList paragraph', change: 'changed' }])
  })

  it('compares tables cell by cell, with rows and columns that came', () => {
    const { blocks, counts } = compare(
      [table(['Thôn', 'Hộ'], ['Đông', '40'], ['Đoài', '31'])],
      [table(['Thôn', 'Hộ'], ['Đông', '42'], ['Nam', '9'], ['Đoài', '31'])],
    )
    const [found] = changed(blocks)
    if (found?.kind !== 'table') throw new Error('no table')
    expect(found.rows.map(row => row.change)).toEqual(['same', 'changed', 'added', 'same'])
    expect(shown(found.rows[1]?.cells[1]?.runs ?? [])).toEqual(['-40', '+42'])
    expect(counts.words).toBe(3)
    const wider = compare([table(['Thôn', 'Hộ'])], [table(['Thôn', 'Khẩu', 'Hộ'])]).blocks.at(-1)
    if (wider?.kind !== 'table') throw new Error('no table')
    expect(wider.rows[0]?.cells.map(({ change }) => change)).toEqual(['same', 'added', 'same'])
  })

  it('shows the old and the new picture, and words of caption and description', () => {
    const { blocks, counts } = compare(
      [figure(a, 'Cánh đồng', 'Lúa xanh')],
      [figure(b, 'Cánh đồng lúa', 'Lúa vàng')],
    )
    expect(changed(blocks)).toMatchObject([
      { kind: 'picture', change: 'changed', picture: b, pictureBefore: a },
    ])
    expect(counts).toMatchObject({ pictures: 1, words: 2 })
  })

  it('sees a picture replaced by another of equal size and words, and the text is another revision', () => {
    const picture = (image: string) => ({
      type: 'figure',
      attrs: { image, alt: 'Cầu', width: 800, height: 600 },
    })
    expect(compare([picture(a)], [picture(b)]).counts.pictures).toBe(1)
    const [before, after] = [a, b].map(image =>
      revisionText(articleId.parse('a'.repeat(26)), parse(article({}, picture(image)))),
    )
    expect(before).not.toBe(after)
  })

  it('sees a picture in a table cell change', () => {
    const withPicture = (hash: string): Json => ({
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableCell', content: [p('x'), figure(hash, 'Ảnh')] }] },
      ],
    })
    const { blocks, counts } = compare([withPicture(a)], [withPicture(b)])
    expect(changed(blocks)).toHaveLength(1)
    expect(counts).toMatchObject({ pictures: 1 })
  })

  it('compares attachments and fields', () => {
    const { blocks, fields, counts } = compare(
      [attachment(a, 'Quyết định')],
      [attachment(b, 'Quyết định mới')],
      [{ attrs: { byline: 'An' } }, { attrs: { byline: 'Bình' } }],
    )
    expect(changed(blocks)).toMatchObject([{ kind: 'file', file: b, fileBefore: a }])
    expect(fields).toMatchObject([{ key: 'byline', label: { vi: 'Tác giả / bút danh' } }])
    expect(counts).toMatchObject({ files: 1, fields: 1 })
  })

  it('holds every word of both texts, whatever changed (property)', () => {
    const words = fc.array(fc.constantFrom('xã', 'đường', 'dài', 'hai', 'ba', ',', 'lúa', '.', 'mới'), {
      maxLength: 12,
    })
    const block = fc.oneof(
      words.map(list => p(...(list.length === 0 ? [] : [list.join(' ')]))),
      words.map(list => (list.length === 0 ? h2('x') : h2(list.join(' ')))),
      words.map(list => p(...list.map((word, index) => (index % 2 === 0 ? text(word, bold) : text(word))))),
    )
    const body = fc.array(block, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(body, body, (before, after) => {
        const [old, now] = [parse(article({}, ...before)), parse(article({}, ...after))]
        const { blocks } = compareDocuments(old, now)
        const side = (gone: 'added' | 'removed', only: 'added' | 'removed') =>
          blocks
            .slice(2)
            .flatMap(block =>
              block.kind === 'text' && standsHere(block, gone, only) ? [textOn(block.runs, gone)] : [],
            )
        const texts = (document: typeof old) => document.children.slice(2).map(child => child.textContent)
        expect(side('removed', 'added')).toEqual(texts(now))
        expect(side('added', 'removed')).toEqual(texts(old))
      }),
      { numRuns: 300 },
    )
  })

  it('compares 5,000 words within 200 ms of processor time', () => {
    const [before, after] = [longText(0), longText(7)]
    compareDocuments(before, after)
    const best = Math.min(
      ...[1, 2, 3].map(() => {
        const startMs = ownCpuMs()
        expect(compareDocuments(before, after).counts.words).toBeGreaterThan(100)
        return ownCpuMs() - startMs
      }),
    )
    expect(best).toBeLessThan(200)
  })

  it('does not hang on two different texts of 5,000 words in one paragraph', () => {
    const one = (seed: string) =>
      parse(article({}, p(Array.from({ length: 5_000 }, (_, i) => `${seed}${i}`).join(' '))))
    const startMs = ownCpuMs()
    expect(compareDocuments(one('x'), one('y')).counts.words).toBe(10_000)
    expect(ownCpuMs() - startMs).toBeLessThan(1_500)
  })
})

function textOn(runs: readonly TextRun[], gone: 'added' | 'removed'): string {
  return runs.flatMap(run => (run.change === gone ? [] : [run.text])).join('')
}

/** A block that stands on one side only has runs of that side; an empty one says so by its change. */
function standsHere(block: ComparedBlock & { kind: 'text' }, gone: string, only: string): boolean {
  if (block.change === gone) return false
  if (block.change === 'moved') return block.runs.every(run => run.change === only)
  return true
}

function longText(every: number) {
  const paragraphs = Array.from({ length: 100 }, (_, paragraph) =>
    p(
      Array.from({ length: 50 }, (_, word) => {
        const place = paragraph * 50 + word
        return every > 0 && place % every === 0 ? `đổi${place}` : `chữ${(place * 7919) % 997}`
      }).join(' '),
    ),
  )
  const checked = checkDocument(article({ headline: 'Dài' }, ...paragraphs))
  if (!checked.ok) throw new Error('invalid')
  return checked.value
}
