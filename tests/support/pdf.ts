/** A PDF of one page a text, as programs of offices write it: letters by their number in a font, and what each number is. */
export function aPdf(...pages: readonly string[]): Buffer {
  const letters = [...new Set(pages.join(''))]
  const codeOf = (letter: string) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0')
  const utf16 = (letter: string) =>
    Array.from(letter, unit => Buffer.from(unit, 'utf16le').swap16().toString('hex')).join('')
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...letters.map(letter => `1 beginbfchar <${codeOf(letter)}> <${utf16(letter)}> endbfchar`),
    'endcmap end end',
  ].join('\n')
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>',
    stream(map),
    ...pages.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
      stream(
        text
          .split('\n')
          .map(
            (line, row) =>
              `BT /F1 12 Tf 40 ${800 - row * 16} Td <${Array.from(line, codeOf).join('')}> Tj ET`,
          )
          .join('\n'),
      ),
    ]),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  return Buffer.from(
    `${file}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  )
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}
