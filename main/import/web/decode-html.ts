import { byMark, decodeText } from '../text/decode-text'

/** A page by its byte order mark, what its head declares, or its bytes. */
export function decodeHtml(bytes: Uint8Array): string {
  const marked = byMark(bytes)
  if (marked !== null) return marked
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  // Many a page says one thing and is UTF-8 all the same.
  if (declared === undefined || /^(utf-?8|windows-1252|iso-8859-1|us-ascii)$/i.test(declared))
    return decodeText(bytes)
  try {
    return new TextDecoder(declared).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}
