import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { kinds } from '#common/domain/kinds/registry'
import { emptyRow } from '#common/domain/schedule'
import { text } from '#tests/support/documents'
import { startFaultPortal } from '#tests/support/fault-portal'
import { aNewsroom } from '#tests/support/newsroom'
import { testEnvironment } from '#tests/support/test-environment'
import { whenFinished } from '#tests/support/when-finished'

type Json = Readonly<Record<string, unknown>>

interface Filled {
  readonly attrs?: Json
  /** Words a reader has to find on the page. */
  readonly shows: readonly (string | RegExp)[]
}

const row = (changes: Json) => ({
  ...emptyRow,
  day: '2026-01-05',
  time: '07:30',
  work: 'Giao ban',
  ...changes,
})

/** What somebody fills in beside what every article gets, and what the page has to show of it; other kinds need nothing. */
const filled: Readonly<Record<string, Filled>> = {
  news: { shows: ['<h1>Bài news</h1>'] },
  announcement: {
    attrs: { documentNumber: '12/TB-UBND', documentDate: '2026-01-02', signer: 'Nguyễn Văn A' },
    shows: ['<dt>Số, ký hiệu</dt><dd>12/TB-UBND</dd>', '<dd>02/01/2026</dd>'],
  },
  'leadership-schedule': {
    attrs: { amendment: '2' },
    shows: [
      '<dt>Điều chỉnh lần</dt><dd>2</dd>',
      '<th scope="rowgroup" rowspan="2">Thứ Hai<br>05/01/2026</th><td>07:30</td><td>Giao ban</td>',
      '<tr class="amended"><td>14:00</td><td>Họp <em>(điều chỉnh)</em></td>',
    ],
  },
  'budget-disclosure': {
    attrs: { budgetPeriod: 'year', documentNumber: '1/QĐ-UBND', documentDate: '2026-01-02' },
    shows: ['<dd>Cả năm</dd>', '<th scope="col"><p>Dự toán năm</p></th>', '<h2>Thuyết minh</h2>'],
  },
  procedure: {
    attrs: { procedureArea: 'Hộ tịch', nationalUrl: 'https://dichvucong.gov.vn/x' },
    shows: [
      'https://dichvucong.gov.vn/x',
      /<section class="procedure-section"><h2>Trình tự thực hiện<\/h2><p>[^<]+<\/p><\/section>/,
      /Trình tự thực hiện[\s\S]*Cách thức thực hiện[\s\S]*Thành phần hồ sơ[\s\S]*Kết quả/,
    ],
  },
  guide: { attrs: { checkedOn: '2026-01-02' }, shows: [/<ol class="steps"><li><h3>[^<]+<\/h3><\/li><li>/] },
  event: {
    attrs: { eventPhase: 'before', startsAt: '2026-02-01T01:00:00.000Z', place: 'Hội trường' },
    shows: ['<dd>01/02/2026 08:00</dd>', '<dd>Hội trường</dd>'],
  },
  anniversary: {
    attrs: { foundedOn: '1966-01-04', commemoratedOn: '2026-01-04' },
    shows: ['<dd>04/01/1966</dd>'],
  },
  poll: { shows: ['<legend>Ông, bà chọn gì?</legend>', 'name="choice" value="b"'] },
  repost: {
    attrs: { sourceName: 'Báo Mẫu', sourceUrl: 'https://bao.example/goc', originalAuthor: 'Minh Châu' },
    shows: [
      '<link rel="canonical" href="https://bao.example/goc">',
      '(Nguồn: <a href="https://bao.example/goc"',
    ],
  },
}

it('an article of every kind goes from its template to readers with picture, table and file', async () => {
  const environment = testEnvironment()
  const portal = await startFaultPortal(environment)
  const { ask, close, newsroom } = await aNewsroom(environment)
  whenFinished(close)
  await ask('tri', 'portals.connect', { url: portal.url, name: 'Cổng thử', ...portal.portal.credentials })
  const bytes = await readFile('resources/sample/pictures/mot-cua.webp')
  const picture = await ask('lan', 'media.add', { fileName: 'anh.webp', base64: bytes.toString('base64') })
  const pdf = await readFile('resources/sample/files/to-huong-dan-ban-hang.pdf')
  const file = await ask('lan', 'media.add', { fileName: 'to.pdf', base64: pdf.toString('base64') })
  const more: readonly Json[] = [
    { type: 'figure', attrs: { image: picture.hash, alt: 'Quầy một cửa', credit: 'An' } },
    {
      type: 'attachment',
      attrs: {
        file: file.hash,
        fileName: 'to.pdf',
        mediaType: file.mediaType,
        sizeBytes: file.sizeBytes,
        label: 'Văn bản đã ký',
      },
    },
    {
      type: 'table',
      content: ['tableHeader', 'tableCell'].map(type => ({
        type: 'tableRow',
        content: ['Thôn', 'Số hộ'].map(word => ({
          type,
          content: [{ type: 'paragraph', content: [text(word)] }],
        })),
      })),
    },
  ]

  const headlines = new Map<string, string>()
  for (const { id } of kinds) {
    const { article } = await ask('lan', 'templates.use', { template: id })
    const { document } = await ask('lan', 'drafts.open', { article })
    const body = withWords(document)
    await ask('lan', 'drafts.replace', {
      article,
      document: {
        ...body,
        attrs: { ...(body.attrs as Json), category: 'thong-bao', ...filled[id]?.attrs },
        content: [
          { type: 'headline', content: [text(`Bài ${id}`)] },
          { type: 'lead', content: [text('Tóm tắt.')] },
          ...(body.content as readonly Json[]).slice(2),
          ...more,
        ],
      },
    })
    const { article: card } = await ask('lan', 'articles.submit', { article })
    await ask('hoa', 'review.claim', { article })
    await ask('hoa', 'review.approve', {
      article,
      revision: card.revision as NonNullable<typeof card.revision>,
    })
    headlines.set(`Bài ${id}`, id)
  }
  await ask('nam', 'publishing.push', {})
  await newsroom.drain(60_000)

  const { finished } = await ask('nam', 'publishing.read', {})
  expect(finished.map(({ state }) => state)).toEqual(kinds.map(() => 'done'))
  for (const { headline, url, article } of finished) {
    const id = headlines.get(headline) ?? ''
    const page = await (await fetch(url ?? '')).text()
    for (const part of filled[id]?.shows ?? []) expect(page, id).toMatch(pattern(part))
    expect(page, id).toContain(`<img src="/blob/${picture.hash}" alt="Quầy một cửa"`)
    expect(page, id).toContain('>Văn bản đã ký</a>')
    expect(page, id).toContain('<th scope="col"><p>Số hộ</p></th>')
    if (id !== 'poll') continue
    await fetch(url ?? '', {
      method: 'POST',
      headers: { origin: portal.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'choice=b',
    })
    const { results } = await ask('lan', 'polls.results', { article })
    expect(results.map(({ poll }) => poll.choices.map(({ votes }) => votes))).toEqual([[0, 1]])
  }
}, 60_000)

/** The template with a sentence on every empty line, rows in its schedule, and words in its poll. */
function withWords(json: Json): Json {
  const content = (json.content as readonly Json[] | undefined)?.map(withWords)
  switch (json.type) {
    case 'paragraph':
    case 'stepTitle':
      return content === undefined ? { ...json, content: [text('Lưu ý: nội dung mẫu.')] } : json
    case 'schedule': {
      const rows = [row({}), row({ time: '14:00', work: 'Họp', amended: true })]
      return { ...json, attrs: { rows } }
    }
    case 'poll':
      return {
        ...json,
        attrs: { question: 'Ông, bà chọn gì?', opensAt: null, closesAt: '2026-12-31T00:00:00.000Z' },
        content,
      }
    case 'pollChoice':
      return { ...json, content: [text('Một ý')] }
    default:
      return content === undefined ? json : { ...json, content }
  }
}

function pattern(part: string | RegExp): RegExp {
  return part instanceof RegExp ? part : new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}
