import { describe, expect, it } from 'vitest'
import { imported, outline } from '#tests/support/import/outline'

const page = (html: string) => imported(Buffer.from(html), 'trang.html')
const lines = (html: string) => outline(page(html)).slice(2)

describe('an HTML file', () => {
  it('gives lists, tables, quotes, pictures and marks; styles that say something count', () => {
    const png = 'data:image/png;base64,iVBORw0KGgo='
    const text = page(
      `<p>Tin</p><ul><li>một<ul><li>con</li></ul></li><ul><li>bên cạnh</li></ul></ul><ol start="3"><li>ba</li></ol>
      <blockquote><p>Lời dân</p></blockquote><figure><img src="${png}" alt="Ảnh"><figcaption>Chú thích</figcaption></figure>
      <table><thead><tr><td>A</td><td colspan=2>B</td></tr></thead><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>
      <p><span style="font-weight:700">đậm</span> <a href="https://xa.vn">xã</a> <a href="javascript:x()">xấu</a> H<sub>2</sub>O<br>dòng hai</p>
      <img src="https://khac.vn/a.png"><script>x()</script><p style="display:none">ẩn</p>`,
    )
    expect(outline(text).slice(2)).toEqual([
      '• một / • con / • bên cạnh',
      '3. ba',
      'blockquote(Lời dân)',
      'figure Ảnh: Chú thích',
      '[!A | !{2×1}B ; {1×2}1 | 2 | 3 ; 4 | 5]',
      'bold(đậm) link(https://xa.vn xã) xấu Hsubscript(2)O⏎dòng hai',
    ])
    expect(text.losses).toEqual([
      { kind: 'hidden-text', count: 1 },
      { kind: 'pictures-outside', count: 1 },
      { kind: 'links', count: 1 },
      { kind: 'active-parts', count: 1 },
    ])
  })

  it("joins the list paragraphs of Word's pages", () => {
    const item = (level: number, bullet: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${bullet}</span>${text}</p>`
    expect(lines(`<p>Tin</p>${item(1, '1.', 'Một')}${item(2, '·', 'Con')}${item(1, '2.', 'Hai')}`)).toEqual([
      '1. Một / • Con # Hai',
    ])
  })

  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-16 with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    [
      'windows-1258 by its head',
      (text: string) => Buffer.from(text.replace('Tiếng Việt', 'Tiê\u00ecng Viê\u00f2t'), 'latin1'),
    ],
  ])('is read in %s', (name, encode) => {
    if (name.startsWith('windows')) {
      // ê, acute (0xEC) and dot below (0xF2) as code page 1258 writes them.
      const bytes = encode('<meta charset="windows-1258"><p>Tin</p><p>Tiếng Việt</p>')
      expect(outline(imported(bytes, 'a.htm')).at(-1)).toBe('Tiếng Việt')
    } else expect(outline(imported(encode('<p>Tin</p><p>Tiếng Việt</p>'), 'a.htm')).at(-1)).toBe('Tiếng Việt')
  })

  it('saved in one file brings its pictures', () => {
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>Tin =E1=BA=A3nh</p><p>Sau l=',
      'u</p><img src=3D"a.png" alt=3D"M">',
      '--b1',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: a.png',
      '',
      'iVBORw0KGgo=',
      '--b1--',
    ].join('\r\n')
    const text = imported(Buffer.from(archive), 'trang.mht')
    expect(outline(text)).toEqual(['headline(Tin ảnh)', 'lead()', 'Sau lu', 'figure M: '])
    expect(text.pictures).toHaveLength(1)
  })
})

describe('a page saved from a portal', () => {
  const title = 'Thanh niên xã ra quân dọn vệ sinh ngày chủ nhật'
  const article = `<h1>${title}</h1><div>15/10/2024 07:49:52</div><p>Sáng 13/10, hơn 100 đoàn viên ra quân dọn vệ sinh đường làng ngõ xóm.</p>
    <h2>Kết quả</h2><p>Bảy thôn đã thu gom hai tấn rác, phát quang ba cây số đường.</p><p>(Nguồn từ Đoàn thanh niên xã)</p>`
  const html = `<!-- saved from url=(0044)https://xa.example.gov.vn/tin/thanh-nien.html --><title>${title} - Cổng thông tin xã</title>
    <nav><a href="/">Trang chủ</a></nav><div>Ý kiến thăm dò</div>${article}
    <h3>Tin cùng chuyên mục</h3><ul><li>- <a href="https://xa.example.gov.vn/a">Hướng dẫn mua bán trên sàn điện tử</a><br>17/09/2024 14:22:50</li><li><a href="/b">Tổ chức hội nghị 6 tháng đầu năm</a> 06/08/2024</li></ul>
    ${article}<div>Tin khác</div><div>Tin mới</div><p>Công bố thủ tục hành chính nội bộ</p><p>15/10/2024</p><script>x()</script>`

  it('becomes one article without its doubled text, with source, date and references', () => {
    const text = page(html)
    expect(outline(text)).toEqual([
      `headline(${title})`,
      'lead()',
      'Sáng 13/10, hơn 100 đoàn viên ra quân dọn vệ sinh đường làng ngõ xóm.',
      'h2 Kết quả',
      'Bảy thôn đã thu gom hai tấn rác, phát quang ba cây số đường.',
    ])
    expect(text.facts).toEqual({
      headline: title,
      lead: null,
      sourceName: 'Đoàn thanh niên xã',
      url: 'https://xa.example.gov.vn/tin/thanh-nien.html',
      publishedAt: '2024-10-15T00:49:52.000Z',
      references: [
        {
          headline: 'Hướng dẫn mua bán trên sàn điện tử',
          publishedAt: '2024-09-17T07:22:50.000Z',
          url: 'https://xa.example.gov.vn/a',
        },
        { headline: 'Tổ chức hội nghị 6 tháng đầu năm', publishedAt: '2024-08-05T17:00:00.000Z', url: '/b' },
        { headline: 'Công bố thủ tục hành chính nội bộ', publishedAt: '2024-10-14T17:00:00.000Z', url: null },
      ],
    })
    expect(text.losses.find(({ kind }) => kind === 'doubled-text')?.count).toBe(1)
  })

  it('keeps an article that is not doubled whole', () => {
    const once = html.replace(
      new RegExp(`${article.slice(0, 40)}[\\s\\S]*?(?=<div>Tin khác)`, 'g'),
      match => match,
    )
    expect(outline(page(once))[0]).toBe(`headline(${title})`)
    const single = `<title>${title}</title>${article}<div>Tin khác</div>`
    expect(outline(page(single))).toHaveLength(5)
    expect(page(single).losses.some(({ kind }) => kind === 'doubled-text')).toBe(false)
  })
})
