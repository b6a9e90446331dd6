import { describe, expect, it } from 'vitest'
import { arranged } from '#common/document/arrange'
import { checkDocument } from '#common/document/check'
import { bodyText } from '#common/document/to-text'
import { article, h2, p, parse, text } from '#tests/support/documents'

type Json = Readonly<Record<string, unknown>>

const item = (...content: readonly Json[]) => ({ type: 'listItem', content })
const list = (...items: readonly Json[]) => ({ type: 'orderedList', content: items })
const body = (kind: string, ...blocks: readonly Json[]) =>
  arranged(parse(article({ attrs: { kind } }, ...blocks))).children.slice(2)
const shapes = (kind: string, ...blocks: readonly Json[]) =>
  body(kind, ...blocks).map(({ type }) => type.name)

describe('a guide', () => {
  it('has its numbered list as steps: the first sentence is what to do, the rest how', () => {
    const [steps] = body(
      'guide',
      list(item(p('Mở trang dichvucong.gov.vn. Không bấm liên kết lạ.')), item(p('Bấm Gửi'), p('Chờ.'))),
    )
    expect(steps?.toString()).toBe(
      'steps(step(stepTitle("Mở trang dichvucong.gov.vn."), paragraph("Không bấm liên kết lạ.")), step(stepTitle("Bấm Gửi"), paragraph("Chờ.")))',
    )
  })

  it('keeps formatting, and takes a line break for the end of the line', () => {
    const bold = { type: 'text', text: 'Tải ứng dụng', marks: [{ type: 'bold' }] }
    const first = { type: 'paragraph', content: [bold, { type: 'hardBreak' }, text('từ kho chính thức')] }
    const [steps] = body('guide', list(item(first)))
    expect(steps?.toString()).toBe(
      'steps(step(stepTitle(bold("Tải ứng dụng")), paragraph("từ kho chính thức")))',
    )
  })

  it.each(['Gặp cán bộ TP. Hải Phòng', 'Ghi số 3.000 đồng', 'Hỏi TS. Nguyễn Văn A'])(
    'does not part “%s” at the full stop of an abbreviation',
    words => {
      const [steps] = body('guide', list(item(p(words))))
      expect(steps?.firstChild?.childCount).toBe(1)
    },
  )

  it('of several lists takes those that a heading announces', () => {
    const two = [h2('Giấy tờ'), list(item(p('Căn cước'))), h2('Các bước'), list(item(p('Nộp')))]
    expect(shapes('guide', ...two)).toEqual(['heading', 'orderedList', 'heading', 'steps'])
  })

  it.each([
    ['an empty item', list(item(p('Mở')), item(p()))],
    ['another number to begin with', { ...list(item(p('Mở'))), attrs: { start: 3 } }],
    [
      'a suggestion in it',
      list(item({ ...p('Mở'), marks: [{ type: 'inserted', attrs: stamp() }] }), item(p('Gửi'))),
    ],
  ])('leaves a list with %s as it is', (_name, kept) => {
    expect(shapes('guide', kept)).toEqual(['orderedList'])
  })
})

describe('a procedure', () => {
  it('has the headings that name a part as that part, with what stands below', () => {
    const blocks = [
      p('Mở đầu'),
      h2('1. Trình tự thực hiện:'),
      p('Nộp'),
      h2('Hồ sơ'),
      h2('Ghi chú'),
      p('Khác'),
    ]
    const made = body('procedure', ...blocks)
    expect(made.map(node => node.toString())).toEqual([
      'paragraph("Mở đầu")',
      'procedureSection(paragraph("Nộp"))',
      'procedureSection(paragraph)',
      'heading("Ghi chú")',
      'paragraph("Khác")',
    ])
    expect(made.map(({ attrs }) => attrs.part ?? null)).toEqual([null, 'order', 'dossier', null, null])
  })

  it('keeps a second heading of one name, and what holds suggestions', () => {
    expect(shapes('procedure', h2('Kết quả'), p('a'), h2('Kết quả'), p('b'))).toEqual([
      'procedureSection',
      'heading',
      'paragraph',
    ])
    const suggested = { ...p('a'), marks: [{ type: 'inserted', attrs: stamp() }] }
    expect(shapes('procedure', h2('Kết quả'), suggested)).toEqual(['heading', 'paragraph'])
  })
})

it('no text is lost, the outcome is sound, and once arranged nothing changes any more', () => {
  const blocks = [h2('Trình tự'), list(item(p('Mở trang. Gõ chữ.'), p('Xong'))), h2('Khác'), p('Cuối')]
  for (const kind of ['guide', 'procedure', 'news']) {
    const document = parse(article({ attrs: { kind } }, ...blocks))
    const made = arranged(document)
    expect(checkDocument(made.toJSON()).ok).toBe(true)
    for (const words of ['Mở trang.', 'Gõ chữ.', 'Xong', 'Cuối']) expect(bodyText(made)).toContain(words)
    expect(arranged(made)).toBe(made)
    expect(made === document).toBe(kind === 'news')
  }
})

function stamp() {
  return { id: 's', by: 'a'.repeat(26), at: '2026-11-23T00:00:00.000Z', split: 0 }
}
