import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { imported, outline } from '#tests/support/import/outline'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/import', name))
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a .docx written by', () => {
  it('LibreOffice keeps text, structure, table, picture and link', () => {
    const text = imported(fixture('libreoffice.docx'), 'bao-cao.docx')
    expect(outline(text)).toEqual([
      'headline(Báo cáo kết quả thu gom rác thải quý III)',
      'lead()',
      'Thực hiện kế hoạch số bold(12/KH-UBND), xã đã thu gom italic(toàn bộ) rác ở 7 thôn.',
      'h2 Kết quả',
      '• Thôn Đông: 12 tấn / • chợ: 4 tấn • Thôn Đoài: 9 tấn',
      '1. Phân loại tại nhà # Tập kết trước 17 giờ',
      '[!Thôn | !{2×1}Khối lượng ; {1×2}Đông | tháng 7 | 4 ; tháng 8 | 5]',
      // Its HTML filter, which made the fixture, drops the description.
      'figure : ',
      'Xem link(https://example.gov.vn/kh kế hoạch).',
    ])
    expect(text.pictures).toHaveLength(1)
    expect(text.losses).toEqual([])
  })

  it('the docx package does too', async () => {
    const made = new Document({
      numbering: {
        config: [{ reference: 'so', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
      },
      footnotes: { 1: { children: [new Paragraph('Theo báo cáo của thôn.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Hội nghị tổng kết', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Kết quả', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({
              children: [
                new TextRun('Đạt '),
                new TextRun({ text: '98,7%', bold: true }),
                new TextRun({ text: ' kế hoạch', italics: true }),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Paragraph({ text: 'gạch', bullet: { level: 0 } }),
            new Paragraph({ text: 'gạch con', bullet: { level: 1 } }),
            new Paragraph({ text: 'một', numbering: { reference: 'so', level: 0 } }),
            new Paragraph({ text: 'hai', numbering: { reference: 'so', level: 0 } }),
            new Table({
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: [new TableCell({ columnSpan: 2, children: [new Paragraph('Thôn')] })],
                }),
                new TableRow({
                  children: [
                    new TableCell({ rowSpan: 2, children: [new Paragraph('Đông')] }),
                    new TableCell({ children: [new Paragraph('1')] }),
                  ],
                }),
                new TableRow({ children: [new TableCell({ children: [new Paragraph('2')] })] }),
              ],
            }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: png,
                  transformation: { width: 10, height: 10 },
                  altText: { name: 'a', title: 'a', description: 'Toàn cảnh hội nghị' },
                }),
              ],
            }),
          ],
        },
      ],
    })
    const text = imported(new Uint8Array(await Packer.toBuffer(made)), 'hoi-nghi.docx')
    expect(outline(text)).toEqual([
      'headline(Hội nghị tổng kết)',
      'lead()',
      'h2 Kết quả',
      'Đạt bold(98,7%)italic( kế hoạch)superscript([1])',
      '• gạch / • gạch con',
      '1. một # hai',
      '[!{2×1}Thôn ; {1×2}Đông | 1 ; 2]',
      'figure Toàn cảnh hội nghị: ',
      '---',
      '[1] Theo báo cáo của thôn.',
    ])
    expect(text.pictures.map(({ bytes }) => Buffer.from(bytes).equals(png))).toEqual([true])
  })
})
