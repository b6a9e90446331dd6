import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { performImport } from '#main/import/perform-import'
import { imported, outline } from '#tests/support/import/outline'
import {
  imageRelation,
  linkRelation,
  p,
  part,
  r,
  relationsPart,
  wordFile,
} from '#tests/support/import/word-file'

const faultOf = (bytes: Uint8Array, fileName = 'a.docx') => {
  const outcome = performImport({ bytes, fileName })
  return outcome.kind === 'fault' ? outcome.fault : outcome.kind
}
const timed = <T>(work: () => T) => {
  const startedAtMs = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(startedAtMs)
  return { value, cpuMs: (user + system) / 1_000 }
}
const repeat = (text: string, count: number) => text.repeat(count)

describe('hostile documents end soon, with a document or a fault', () => {
  it('nested quotes: 20,000 of them are refused in under a second', () => {
    const { value, cpuMs } = timed(() =>
      faultOf(Buffer.from(`<p>a${repeat('<blockquote>', 20_000)}x`), 'a.html'),
    )
    expect(value).toBe('too-deep')
    expect(cpuMs).toBeLessThan(1_000)
  })

  it.each([
    ['lists', '<ul><li>'],
    ['tables', '<table><tr><td>'],
    ['marks', '<b>'],
    ['foreign parts', '<svg><math>'],
  ])('nested %s in HTML', (_what, open) => {
    const { value, cpuMs } = timed(() => faultOf(Buffer.from(`<p>Tin</p>${repeat(open, 20_000)}x`), 'a.html'))
    expect(['too-deep', 'too-large', 'read']).toContain(value)
    expect(cpuMs).toBeLessThan(8_000)
  })

  it('marks that cross blocks, which cost the square of their depth', () => {
    const { value, cpuMs } = timed(() =>
      faultOf(Buffer.from(`<p>Tin</p>${repeat('<b><p><i>', 5_000)}x`), 'a.html'),
    )
    expect(['too-deep', 'read']).toContain(value)
    expect(cpuMs).toBeLessThan(8_000)
  })

  it('nested XML, tables within tables, runs of every kind', () => {
    const table = (depth: number) =>
      repeat('<w:tbl><w:tr><w:tc>', depth) + p('x') + repeat('</w:tc></w:tr></w:tbl>', depth)
    expect(faultOf(wordFile({ body: table(5_000) }))).toBe('too-deep')
    expect(faultOf(wordFile({ body: table(40) }))).toBe('too-deep')
    expect(outline(imported(wordFile({ body: p('Tin') + table(5) }), 'a.docx'))).toHaveLength(3)
    const box = (depth: number) =>
      repeat('<w:p><w:r><w:pict><v:textbox><w:txbxContent>', depth) +
      p('x') +
      repeat('</w:txbxContent></v:textbox></w:pict></w:r></w:p>', depth)
    expect(faultOf(wordFile({ body: box(2_000) }))).toBe('too-deep')
  })

  it('a bomb: a hundred megabytes of XML in a small zip', () => {
    const long = strToU8(repeat(' ', 105_000_000))
    const bomb = zipSync({
      '_rels/.rels': relationsPart(
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
      ),
      'word/document.xml': long,
    })
    expect(bomb.length).toBeLessThan(400_000)
    const { value, cpuMs } = timed(() => faultOf(bomb))
    expect(['too-large', 'unreadable']).toContain(value)
    expect(cpuMs).toBeLessThan(10_000)
  })

  it('millions of elements and of characters', () => {
    expect(faultOf(wordFile({ body: repeat('<w:p/>', 410_000) }))).toBe('too-large')
    expect(faultOf(wordFile({ body: p(repeat('chữ ', 2_100_000)) }))).toBe('too-large')
  })

  it('sizes that lie are not believed', () => {
    const file = Buffer.from(wordFile({ body: p(repeat('Tin dài ', 400)) }))
    const directory = file.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const lying = Buffer.from(file)
    // Unpacked size of the first entries, in the directory and before the data.
    lying.writeUInt32LE(3, directory + 24)
    lying.writeUInt32LE(3, 22)
    expect(performImport({ bytes: lying, fileName: 'a.docx' }).kind).toBe('read')
    const beyond = Buffer.from(file)
    beyond.writeUInt32LE(0x7fffffff, directory + 20)
    expect(faultOf(beyond)).toBe('unreadable')
  })

  it.each([
    ['a DOCTYPE that reads a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', '&b;'],
  ])('%s is unsafe', (_what, prologue, text) => {
    expect(faultOf(wordFile({ prologue, body: p(text) }))).toBe('unsafe')
  })

  it('an entity nobody declared is no document', () => {
    expect(faultOf(wordFile({ body: p('&x;') }))).toBe('unreadable')
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'word\\..\\..\\a', 'C:/a'])(
    'a part named %s is unsafe',
    name => {
      expect(faultOf(wordFile({ body: p('Tin'), files: { [name]: strToU8('x') } }))).toBe('unsafe')
    },
  )

  it('relations that climb or lead outside read nothing', () => {
    const picture = (id: string) => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`
    const text = imported(
      wordFile({
        body: p('Tin') + picture('up') + picture('out') + picture('none'),
        relations: imageRelation('up', '../../../etc/passwd') + linkRelation('out', 'file:///etc/passwd'),
      }),
      'a.docx',
    )
    expect(text.pictures).toEqual([])
    expect(text.losses).toEqual([{ kind: 'pictures-outside', count: 2 }])
  })

  it('styles that inherit from themselves, and numbering that counts nothing', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%9%9."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    expect(
      outline(imported(wordFile({ styles, numbering, body: p('Tin') + p('x', item) }), 'a.docx'))[2],
    ).toMatch(/x$/)
  })

  it.each([
    ['cut off', (file: Buffer) => file.subarray(0, file.length / 2)],
    ['without its end', (file: Buffer) => file.subarray(0, file.length - 10)],
    [
      'with bits turned',
      (file: Buffer) => Buffer.from(file.map((byte, at) => (at > 200 && at < 260 ? byte ^ 0x55 : byte))),
    ],
  ])('a file %s', (_what, harm) => {
    expect(['unreadable', 'unsafe', 'encrypted', 'read']).toContain(
      faultOf(harm(Buffer.from(wordFile({ body: p('Tin') })))),
    )
  })

  it('every truncation and many turned bytes end without a bug', () => {
    const file = Buffer.from(wordFile({ body: `${p('Tin')}<w:p>${r('a', '<w:b/>')}</w:p>` }))
    for (let at = 0; at < file.length; at += 37) {
      const turned = Buffer.from(file)
      turned[at] = (turned[at] ?? 0) ^ 0xff
      for (const bytes of [turned, file.subarray(0, at)])
        expect(performImport({ bytes, fileName: 'a.docx' }).kind).not.toBe('bug')
    }
  })

  it('a sheet whose cells claim the end of the world', () => {
    const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>'
    const file = zipSync({
      '_rels/.rels': relationsPart(
        `<Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/>`,
      ),
      'xl/workbook.xml': part(
        `<workbook ${namespace} xmlns:r="${type}"><sheets><sheet name="a" r:id="s"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relationsPart(
        `<Relationship Id="s" Type="${type}/worksheet" Target="s.xml"/>`,
      ),
      'xl/s.xml': part(
        `<worksheet ${namespace}><cols><col min="1" max="999999999" hidden="0"/></cols><sheetData>${cells}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
      ),
    })
    const { value, cpuMs } = timed(() => faultOf(file, 'a.xlsx'))
    expect(value).toBe('read')
    expect(cpuMs).toBeLessThan(5_000)
  })

  it('programs, frames and bad addresses never get into the document (S1)', () => {
    const vectors = [
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">a</a>',
      '<a href="&#106;avascript:alert(1)">a</a>',
      '<a href="//evil.example">a</a>',
      '<a href="data:text/html,<script>alert(1)</script>">a</a>',
      '<svg><script>alert(1)</script></svg>',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      '<form><input name=parentNode><p>x</p></form>',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      '<template><script>alert(1)</script></template>',
      '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
    ]
    for (const vector of vectors) {
      const json = JSON.stringify(
        imported(Buffer.from(`<p>Tin</p><p>Nội dung</p>${vector}`), 'a.html').document,
      )
      expect(json).not.toMatch(/"href":"(?!https?:|mailto:|tel:)/)
      expect(json).not.toMatch(/"(onerror|onclick|style|srcdoc)":/)
    }
  })

  it('a document with a password says so; an old one asks for LibreOffice', () => {
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
    expect(faultOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
    expect(faultOf(ole, 'a.doc')).toBe('office-missing')
    expect(faultOf(Buffer.from('%PDF-1.7'), 'a.pdf')).toBe('type-unknown')
    expect(faultOf(new Uint8Array(0), 'a.docx')).toBe('type-unknown')
  })
})
