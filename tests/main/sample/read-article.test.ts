import { describe, expect, test } from 'vitest'
import { toHtml } from '#common/document/to-html'
import { blobHash } from '#common/domain/ids'
import { bodyParser } from '#main/sample/parse-body'
import { readArticle } from '#main/sample/read-article'
import { sampleDates } from '#main/sample/sample-dates'
import type { SampleFile } from '#main/sample/sample-plan'

const picture: SampleFile = {
  fileName: 'cho.webp',
  bytes: new Uint8Array(3),
  hash: blobHash.parse('a'.repeat(64)),
  mediaType: 'image/webp',
}
const form: SampleFile = {
  ...picture,
  fileName: 'don.pdf',
  hash: blobHash.parse('b'.repeat(64)),
  mediaType: 'application/pdf',
}
const media = new Map([picture, form].map(file => [file.fileName, file]))
const reader = {
  dates: sampleDates(Date.parse('2026-11-23T02:00:00.000Z')),
  parseBody: bodyParser(media, 'minh họa thử'),
}

const head = {
  headline: 'Họp thôn ngày {{t6-1}}',
  lead: 'Tóm tắt.',
  kind: 'announcement',
  category: 'thong-bao',
  writer: 'hanh',
  story: '{ stage: draft }',
}

function source(body: string, front: Partial<typeof head> & Record<string, string> = {}): string {
  const lines = Object.entries({ ...head, ...front }).map(([key, value]) => `${key}: ${value}`)
  return ['---', ...lines, '---', '', body, ''].join('\n')
}

function read(body: string, front: Record<string, string> = {}) {
  return readArticle('thu', source(body, front), reader)
}

describe('an article file', () => {
  test('becomes a document with its fields and dates', () => {
    const { texts, writer, story } = read('Nội dung.', {
      fields: '{ documentDate: t6-1, startsAt: cn+0 06:30, tags: [họp] }',
    })
    expect({ writer, story }).toEqual({ writer: 'hanh', story: { stage: 'draft' } })
    expect(texts.first.child(0).textContent).toBe('Họp thôn ngày 20/11/2026')
    expect(texts.first.attrs).toMatchObject({
      kind: 'announcement',
      category: 'thong-bao',
      documentDate: '2026-11-20',
      startsAt: '2026-11-28T23:30:00.000Z',
      tags: ['họp'],
    })
  })

  test('writes headings, lists, quotes, tables, links, pictures and attachments as blocks', () => {
    const html = toHtml(
      read(
        [
          '## Mục\n\nĐoạn **đậm**, *nghiêng*, [liên kết](https://dichvucong.gov.vn)\nxuống dòng.',
          '1. Một\n2. Hai',
          '- Ý',
          '> Lời nói',
          '| Cột |\n|---|\n| Ô |',
          '![Mô tả](cho.webp "Chú thích")',
          '[Mẫu đơn](don.pdf)',
        ].join('\n\n'),
      ).texts.first,
    )
    expect(html).toContain('<h2>Mục</h2><p>Đoạn <strong>đậm</strong>, <em>nghiêng</em>, ')
    expect(html).toContain('<a href="https://dichvucong.gov.vn" rel="noopener">liên kết</a> xuống dòng.</p>')
    expect(html).toContain('<ol><li><p>Một</p></li><li><p>Hai</p></li></ol><ul><li><p>Ý</p></li></ul>')
    expect(html).toContain('<blockquote><p>Lời nói</p></blockquote>')
    expect(html).toContain('<th scope="col"><p>Cột</p></th></tr><tr><td><p>Ô</p></td>')
    expect(html).toContain(`src="/blob/${picture.hash}" alt="Mô tả"`)
    expect(html).toContain('Chú thích <span class="credit">Ảnh: minh họa thử</span>')
    expect(html).toContain(
      `<a href="/blob/${form.hash}" download="don.pdf" type="application/pdf">Mẫu đơn</a>`,
    )
  })

  test('ends with its poll, each choice under its own key', () => {
    const poll = '{ question: Chọn gì?, opens: 0 08:00, closes: +5 17:00, choices: [Một, Hai] }'
    const block = read('Mời góp ý.', { kind: 'poll', poll }).texts.first.lastChild
    expect(block?.toJSON()).toMatchObject({
      type: 'poll',
      attrs: {
        question: 'Chọn gì?',
        opensAt: '2026-11-23T01:00:00.000Z',
        closesAt: '2026-11-28T10:00:00.000Z',
      },
      content: [{ attrs: { choice: 'a' } }, { attrs: { choice: 'b' } }],
    })
  })

  test('has an earlier text where its story tells of changes', () => {
    const story = '{ stage: corrected, reviewer: binh, notice: Xin lỗi, changes: [{ was: 2 km, is: 3 km }] }'
    const { first, later } = read('Dài 3 km.', { story }).texts
    expect(first.lastChild?.textContent).toBe('Dài 2 km.')
    expect(later.lastChild?.textContent).toBe('Dài 3 km.')
  })

  test.each([
    ['a missing front matter', 'Chỉ có nội dung', 'no front matter'],
    ['an unknown kind', source('Thử.', { kind: 'tho' }), 'no such kind: "tho"'],
    [
      'an unknown field',
      source('Thử.', { fields: '{ fee: Không }' }),
      'kind announcement has no field "fee"',
    ],
    ['a date that is none', source('Thử.', { fields: '{ documentDate: hôm qua }' }), 'no date: "hôm qua"'],
    [
      'a picture the sample lacks',
      source('![Ảnh](la.webp "Lạ")'),
      'no such picture or file in the sample: "la.webp"',
    ],
    ['an unknown stage', source('Thử.', { story: '{ stage: lost }' }), 'stage'],
    [
      'a change of words that are not there',
      source('Thử.', { story: '{ stage: revised, reviewer: binh, changes: [{ was: cũ, is: mới }] }' }),
      'changed words are not in the text: "mới"',
    ],
    ['a link that may not be', source('[Nhấn](ftp://tructhuy.example) đây'), 'invalid link'],
  ])('is refused for %s, by the name of the file', (_what, text, reason) => {
    expect(() => readArticle('thu', text, reader)).toThrow(/^thu\.md: /)
    expect(() => readArticle('thu', text, reader)).toThrow(reason)
  })
})
