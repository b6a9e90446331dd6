/** Beyond this the clipboard's RTF is not searched for pictures. */
const rtfCharactersAtMost = 120_000_000

/**
 * PNG and JPEG pictures of an RTF text in reading order. Word tells a browser only where its pictures lie on the disk,
 * which no page may read; the RTF beside it in the clipboard carries their bytes.
 */
export function rtfPictures(rtf: string): readonly Uint8Array<ArrayBuffer>[] {
  if (rtf.length > rtfCharactersAtMost) return []
  const pictures: Uint8Array<ArrayBuffer>[] = []
  for (let at = rtf.indexOf('\\pict'); at !== -1; at = rtf.indexOf('\\pict', at + 5)) {
    if (/[a-z]/.test(rtf[at + 5] ?? '') || inListPicture(rtf, at)) continue
    const words = wordsOfGroup(rtf, at)
    if (!/\\(?:pngblip|jpegblip)\b/.test(words)) continue
    const hex = words.replace(/\\[a-z]+-?\d* ?/g, '').replace(/[^\da-f]/gi, '')
    if (hex.length > 0 && hex.length % 2 === 0) pictures.push(bytesOf(hex))
  }
  return pictures
}

/** A picture that is a bullet. */
function inListPicture(rtf: string, at: number): boolean {
  const before = rtf.slice(Math.max(0, at - 60), at)
  return /\\listpicture[^}]*$/.test(before)
}

/** What stands in the group itself from `from` to its end; groups within are left out. */
function wordsOfGroup(rtf: string, from: number): string {
  let depth = 0
  let words = ''
  let begin = from
  const braces = /[{}]/g
  braces.lastIndex = from
  for (let found = braces.exec(rtf); found !== null; found = braces.exec(rtf)) {
    if (depth === 0) words += `${rtf.slice(begin, found.index)} `
    depth += found[0] === '{' ? 1 : -1
    if (depth < 0) return words
    begin = found.index + 1
  }
  return ''
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2)
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
  return bytes
}
