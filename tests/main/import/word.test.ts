import { describe, expect, it } from 'vitest'
import { imported, outline } from '#tests/support/import/outline'
import { font, imageRelation, linkRelation, p, r, wordFile } from '#tests/support/import/word-file'

const read = (parts: Parameters<typeof wordFile>[0]) => imported(wordFile(parts), 'Công văn.docx')
const lines = (parts: Parameters<typeof wordFile>[0]) => outline(read(parts))

const headingStyles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="DeMuc"><w:name w:val="Đề mục riêng"/><w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>' +
  '<w:style w:type="character" w:styleId="Manh"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'

describe('a .docx', () => {
  it('gives headline, lead, headings and emphasis by its styles', () => {
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`
    expect(
      lines({
        styles: headingStyles,
        body:
          p('Khánh thành nhà văn hóa', style('Title')) +
          p('Sáng 20/11, thôn Đông khánh thành nhà văn hóa.', style('Subtitle')) +
          p('Mục một', style('Heading1')) +
          p('Mục nhỏ', style('DeMuc')) +
          `<w:p>${r('Có ')}${r('chữ đậm', '<w:rStyle w:val="Manh"/>')}${r(', ')}${r('nghiêng', '<w:i/>')}${r(' m')}${r('2', '<w:vertAlign w:val="superscript"/>')}${r(' thường', '<w:b w:val="0"/>')}</w:p>`,
      }),
    ).toEqual([
      'headline(Khánh thành nhà văn hóa)',
      'lead(Sáng 20/11, thôn Đông khánh thành nhà văn hóa.)',
      'h2 Mục một',
      'h3 Mục nhỏ',
      'Có bold(chữ đậm), italic(nghiêng) msuperscript(2) thường',
    ])
  })

  it('finds the name of an official paper that has no styles', () => {
    const centred = '<w:jc w:val="center"/>'
    const bold = (text: string) => `<w:p><w:pPr>${centred}</w:pPr>${r(text, '<w:b/>')}</w:p>`
    const head = `<w:tbl><w:tr><w:tc>${p('ỦY BAN NHÂN DÂN')}</w:tc><w:tc>${p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:tc></w:tr></w:tbl>`
    const found = lines({
      body: head + p('') + bold('THÔNG BÁO') + bold('Về việc cắt điện ngày 25/11') + p('Kính gửi bà con.'),
    })
    expect(found[0]).toBe('headline(THÔNG BÁO Về việc cắt điện ngày 25/11)')
    expect(found.at(-1)).toBe('Kính gửi bà con.')
  })

  it("nests lists by their levels and writes out numbers that readers' lists would lose", () => {
    const level = (ilvl: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '·')}${level(1, 'decimal', '%2.')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 'Điều %1.')}${level(1, 'upperRoman', '%2.')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
      '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    const item = (text: string, id: number, at = 0) =>
      p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)
    expect(
      lines({
        numbering,
        body:
          p('Đầu bài') +
          item('gạch', 1) +
          item('con một', 1, 1) +
          item('con hai', 1, 1) +
          item('gạch nữa', 1) +
          p('xen giữa') +
          item('một', 2) +
          item('khoản', 2, 1) +
          item('hai', 2) +
          p('nghỉ') +
          item('ba', 2) +
          item('năm', 4) +
          item('Phạm vi', 3) +
          item('mục', 3, 1) +
          item('Đối tượng', 3),
      }).slice(2),
    ).toEqual([
      '• gạch / 1. con một # con hai • gạch nữa',
      'xen giữa',
      '1. một',
      'a) khoản',
      '2. hai',
      'nghỉ',
      '3. ba # năm',
      'Điều 1. Phạm vi',
      'I. mục',
      'Điều 2. Đối tượng',
    ])
  })

  it('keeps merged cells, heads and tables within tables', () => {
    const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
    const inner = `<w:tbl><w:tr>${cell(p('trong'))}</w:tr></w:tbl>`
    const body =
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(p('TT'))}${cell(p('Khoản thu'), '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell(p('1'), '<w:vMerge w:val="restart"/>')}${cell(p('a'))}${cell(p('b'))}</w:tr>` +
      `<w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p('c'))}${cell(inner + p(''))}</w:tr></w:tbl>`
    expect(lines({ body: p('Quyết toán') + body })[2]).toBe(
      '[!TT | !{2×1}Khoản thu ; {1×2}1 | a | b ; c | [trong]]',
    )
  })

  it('brings pictures with description and caption, and says which stayed behind', () => {
    const drawing = (id: string, alt: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const text = read({
      styles: headingStyles,
      relations: imageRelation('i1', 'media/a.png') + linkRelation('i2', 'https://xa.vn/b.png'),
      files: { 'word/media/a.png': new Uint8Array([1, 2, 3]) },
      body:
        p('Tin ảnh') +
        `<w:p>${r('Trước ')}${drawing('i1', 'Cổng làng')}${r('sau')}</w:p>` +
        p('Cổng làng mới.', '<w:pStyle w:val="Caption"/>') +
        `<w:p>${drawing('i1', 'Lần nữa')}</w:p>` +
        p('Chú thích ảnh', '<w:pStyle w:val="Caption"/>') +
        `<w:p>${drawing('i2', '')}</w:p>`,
    })
    expect(outline(text).slice(2)).toEqual([
      'Trước',
      'figure Cổng làng: ',
      'sau',
      'Cổng làng mới.',
      'figure Lần nữa: Chú thích ảnh',
    ])
    expect(text.pictures.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['a.png', 3],
      ['a.png', 3],
    ])
    expect(text.losses).toEqual([{ kind: 'pictures-outside', count: 1 }])
  })

  it("reads through Word's own tags, fields and revisions, and tells what it left out", () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const text = read({
      relations: linkRelation('l1', 'https://xa.vn/'),
      footnotes: `<w:footnote w:id="7">${p('Theo Nghị quyết 12.')}</w:footnote>`,
      body:
        p('Tin') +
        `<w:p><w:smartTag>${r('Ủy ban ')}</w:smartTag><w:proofErr w:type="spellStart"/>${r('nhân dân')}<w:ins w:id="1">${r(' xã')}</w:ins><w:del w:id="2"><w:r><w:delText>huyện</w:delText></w:r></w:del>` +
        `${r(' ẩn', '<w:vanish/>')}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>` +
        `<w:p>${field(' HYPERLINK "https://tinh.vn/a" ', 'trang tỉnh')}${r(' và ')}<w:hyperlink r:id="l1">${r('trang xã')}</w:hyperlink>${r(', ')}${field(' HYPERLINK "javascript:alert(1)" ', 'xấu')}${r(', trang ')}${field(' PAGE ', '3')}</w:p>` +
        `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:tab/><w:t>đồng ý</w:t><w:br/><w:t>ký tên</w:t></w:r></w:p>` +
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p('Khung chữ')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Khung chữ')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Mục lục')}</w:sdtContent></w:sdt>`,
    })
    expect(outline(text).slice(2)).toEqual([
      'Ủy ban nhân dân xãsuperscript([1])',
      'link(https://tinh.vn/a trang tỉnh) và link(https://xa.vn/ trang xã), xấu, trang 3',
      '☑ đồng ý⏎ký tên',
      'Khung chữ',
      '---',
      '[1] Theo Nghị quyết 12.',
    ])
    expect(text.losses).toEqual([
      { kind: 'deleted-text', count: 1 },
      { kind: 'hidden-text', count: 1 },
      { kind: 'notes-moved', count: 1 },
      { kind: 'contents-table', count: 1 },
      { kind: 'links', count: 1 },
    ])
  })

  it('repairs runs in .VnTime and VNI, keeps their look, and shows before and after', () => {
    const text = read({
      body:
        p('Thông báo') +
        `<w:p>${r('ñy ban nh©n d©n x· ', font('.VnTime'))}${r('th«ng b¸o lÞch häp', `${font('.VnTime')}<w:b/>`)}${r(' ngày 20/11', font('Times New Roman'))}</w:p>` +
        `<w:p>${r('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', font('VNI-Times'))}</w:p>`,
    })
    expect(outline(text).slice(2)).toEqual([
      'ủy ban nhân dân xã bold(thông báo lịch họp) ngày 20/11',
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
    ])
    expect(text.changes[0]).toMatchObject({ before: 'ñy ban nh©n d©n x· th«ng b¸o lÞch häp ngày 20/11' })
    expect(outline({ document: text.unrepaired ?? {} })[3]).toBe('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')
  })
})
