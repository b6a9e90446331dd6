import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { imported, outline } from '#tests/support/import/outline'
import { part, relationsPart } from '#tests/support/import/word-file'

const text = (bytes: Uint8Array) => outline(imported(bytes, 'tin.txt'))

describe('a plain text', () => {
  const unicode = 'Thông báo họp thôn\r\nBà con đến dự đông đủ.'
  it.each([
    ['UTF-8', Buffer.from(unicode)],
    ['UTF-16', Buffer.from(`\ufeff${unicode}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(unicode, 'utf16le')],
    ['TCVN3', Buffer.from('Th«ng b¸o häp th«n\r\nBµ con ®Õn dù ®«ng ®ñ.', 'latin1')],
    ['VNI', Buffer.from('Thoâng baùo hoïp thoân\r\nBaø con ñeán döï ñoâng ñuû.', 'latin1')],
  ])('in %s is read by its bytes', (_name, bytes) => {
    expect(text(bytes)).toEqual(['headline(Thông báo họp thôn)', 'lead()', 'Bà con đến dự đông đủ.'])
  })

  it('whose lines were cut at a width gets its paragraphs back', () => {
    const line = 'Ủy ban nhân dân xã thông báo đến toàn thể bà con nhân dân trong xã'
    const wrapped = `${line}\n${line}\n${line}\n${line}\n\n${line}\n${line}\n${line}\n${line}\nhết.`
    expect(text(Buffer.from(`Tin\n\n${wrapped}`))).toHaveLength(4)
  })

  it('is refused where it is none', () => {
    expect(() => text(new Uint8Array([1, 2, 3, 0, 5, 6, 7]))).toThrow('unreadable')
    expect(() => text(Buffer.from(' \n '))).toThrow('empty')
  })
})

describe('a sheet', () => {
  const namespace =
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const cell = (at: string, value: string, more = '') => `<c r="${at}" ${more}><v>${value}</v></c>`
  const words = (at: string, value: string, more = '') =>
    `<c r="${at}" t="inlineStr" ${more}><is><t>${value}</t></is></c>`
  const workbook = (sheets: readonly (readonly [string, string, string?])[]) =>
    zipSync({
      '_rels/.rels': relationsPart(
        `<Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/>`,
      ),
      'xl/workbook.xml': part(
        `<workbook ${namespace}><sheets>${sheets.map(([name, , state], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}" ${state ?? ''}/>`).join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relationsPart(
        `${sheets.map((_sheet, index) => `<Relationship Id="s${index}" Type="${type}/worksheet" Target="worksheets/s${index}.xml"/>`).join('')}<Relationship Id="st" Type="${type}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${type}/sharedStrings" Target="sharedStrings.xml"/>`,
      ),
      'xl/styles.xml': part(
        `<styleSheet ${namespace}><numFmts><numFmt numFmtId="164" formatCode="#,##0"/></numFmts><fonts><font/><font><name val=".VnTime"/></font><font><b/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="10" fontId="0"/></cellXfs></styleSheet>`,
      ),
      'xl/sharedStrings.xml': part(
        `<sst ${namespace}><si><t>Thu ng©n s¸ch x· quý ba</t></si><si><r><t>Chi </t></r><r><rPr><b/></rPr><t>đầu tư</t></r></si></sst>`,
      ),
      ...Object.fromEntries(
        sheets.map(([, xml], index) => [
          `xl/worksheets/s${index}.xml`,
          part(`<worksheet ${namespace}>${xml}</worksheet>`),
        ]),
      ),
      'docProps/app.xml': strToU8('x'),
    })
  const budget =
    `<cols><col min="4" max="4" hidden="1"/></cols><sheetData><row r="1">${words('A1', 'QUYẾT TOÁN NGÂN SÁCH')}</row>` +
    `<row r="3">${words('A3', 'Khoản')}${words('B3', 'Số tiền')}${words('C3', 'Ngày')}${words('D3', 'ẩn')}</row>` +
    `<row r="4">${cell('A4', '0', 't="s" s="3"')}${cell('B4', '1234567.4', 's="1"')}${cell('C4', '45580', 's="2"')}</row>` +
    `<row r="5">${cell('A5', '1', 't="s"')}${cell('B5', '0.987', 's="4"')}</row>` +
    `<row r="6">${words('A6', 'Tổng')}</row></sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A6:C6"/></mergeCells>`

  it('becomes a table of what its cells show, with its title as headline and old fonts repaired', () => {
    const found = imported(
      workbook([
        ['Quý III', budget],
        ['ẩn', budget, 'state="hidden"'],
      ]),
      'a.xlsx',
    )
    expect(outline(found)).toEqual([
      'headline(QUYẾT TOÁN NGÂN SÁCH)',
      'lead()',
      '[!Khoản | !Số tiền | !Ngày ; Thu ngân sách xã quý ba | 1.234.567 | 15/10/2024 ; Chi bold(đầu tư) | 98,70% |  ; {3×1}Tổng]',
    ])
    expect(found.losses).toEqual([{ kind: 'sheets', count: 1 }])
  })

  it('of several comes under its name', () => {
    const found = outline(
      imported(
        workbook([
          ['Một', budget],
          ['Hai', budget],
        ]),
        'a.xlsx',
      ),
    )
    expect(found.filter(line => line.startsWith('h2'))).toEqual(['h2 Hai'])
    expect(found[0]).toBe('headline(Một)')
  })
})
