import { composeVietnamese } from '#common/vietnamese/encodings/compose'
import { detectLegacy } from '#common/vietnamese/encodings/detect-legacy'

/**
 * The text of a file without a declared encoding. By its marks or its bytes UTF-8 or UTF-16; else one byte a letter, and
 * then an old font's text stays as it is read by code page 1252 (`repairBlocks` decodes it), any other is code page 1258.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = byMark(bytes)
  if (marked !== null) return marked
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const western = new TextDecoder('windows-1252').decode(bytes)
    if (detectLegacy([[{ text: western.slice(0, 20_000) }]], { charactersAtLeast: 0 }).length > 0)
      return western
    return composeVietnamese(new TextDecoder('windows-1258').decode(bytes))
  }
}

/** A byte order mark, or the zero bytes that Latin letters leave in UTF-16. */
export function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const sample = bytes.subarray(0, 2_000)
  const zeros = (odd: number) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length
  if (zeros(1) > sample.length / 5) return new TextDecoder('utf-16le').decode(bytes)
  if (zeros(0) > sample.length / 5) return new TextDecoder('utf-16be').decode(bytes)
  return null
}
