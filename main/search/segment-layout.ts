/*
 * A segment is immutable and read without parsing: u32 numbers in the machine's (little-endian) order.
 *   header, 8 numbers: magic, format, documents, terms, bytes of keys, bytes of the body, crc32 of the head with this as 0, 0
 *   bases, documents + 1: place of each document's first word   ends, 4 a document: see WordStream
 *   keyStarts, documentStarts, placeStarts, terms + 1 each: where a term begins in keys and body   counts, terms: places of each word
 *   sums: crc32 of each 4,096 bytes of the body
 *   buckets, a byte a term: see bucketsOf   keys, UTF-8 in byte order, U+0002 after each   padded to four bytes together
 * The body, in two parts with the terms in the order of their keys:
 *   documents: for each that holds the word, rising, varint of (steps from the last, less 1) × 5 + part of its first place there
 *   places: of the word, rising, as varints of their differences; then for each the bucket of the word after it, 0 for a gap
 */

/** "TSS1" as the machine reads it; a machine of the other byte order reads something else and builds anew. */
export const segmentMagic = 0x31535354
export const segmentFormat = 2
/** Bytes of the body under one sum. */
export const blockBytes = 4_096

export const headerFields = {
  magic: 0,
  format: 1,
  documents: 2,
  terms: 3,
  keyBytes: 4,
  bodyBytes: 5,
  sum: 6,
} as const
export const headerNumbers = 8

export interface SegmentSizes {
  readonly documents: number
  readonly terms: number
  readonly keyBytes: number
  readonly bodyBytes: number
}

/** Offsets in bytes, lengths in numbers (`buckets`, `keys`: in bytes) of everything before the body. */
export function headLayout({ documents, terms, keyBytes, bodyBytes }: SegmentSizes) {
  let offset = 0
  const part = (length: number, width: number) => {
    const found = { offset, length }
    offset += length * width
    return found
  }
  const layout = {
    header: part(headerNumbers, 4),
    bases: part(documents + 1, 4),
    ends: part(documents * 4, 4),
    keyStarts: part(terms + 1, 4),
    documentStarts: part(terms + 1, 4),
    placeStarts: part(terms + 1, 4),
    counts: part(terms, 4),
    sums: part(Math.ceil(bodyBytes / blockBytes), 4),
    buckets: part(terms, 1),
    keys: part(keyBytes, 1),
  }
  return { ...layout, headBytes: Math.ceil(offset / 4) * 4 }
}
