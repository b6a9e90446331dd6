/*
 * A segment is immutable and read without parsing: u32 numbers in the machine's (little-endian) order.
 *   header, 8 numbers: magic, format, documents, terms, bytes of keys, bytes of postings, crc32 of the head with this as 0, 0
 *   bases, documents + 1: place of each document's first word   ends, 4 a document: see WordStream
 *   keyStarts, terms + 1   postingStarts, terms + 1   counts, terms: places of each word   sums, terms: crc32 of its postings
 *   keys, UTF-8 in byte order, padded to four bytes
 *   postings: for each key the places of its word, rising, as varints of their differences
 */

/** "TSS1" as the machine reads it; a machine of the other byte order reads something else and builds anew. */
export const segmentMagic = 0x31535354
export const segmentFormat = 1

export const headerFields = {
  magic: 0,
  format: 1,
  documents: 2,
  terms: 3,
  keyBytes: 4,
  postingBytes: 5,
  sum: 6,
} as const
export const headerNumbers = 8

export interface SegmentSizes {
  readonly documents: number
  readonly terms: number
  readonly keyBytes: number
}

/** Offsets in bytes, lengths in numbers (`keys`: in bytes) of everything before the postings. */
export function headLayout({ documents, terms, keyBytes }: SegmentSizes) {
  let offset = 0
  const numbers = (length: number) => {
    const part = { offset, length }
    offset += length * 4
    return part
  }
  const layout = {
    header: numbers(headerNumbers),
    bases: numbers(documents + 1),
    ends: numbers(documents * 4),
    keyStarts: numbers(terms + 1),
    postingStarts: numbers(terms + 1),
    counts: numbers(terms),
    sums: numbers(terms),
    keys: { offset: 0, length: keyBytes },
    headBytes: 0,
  }
  layout.keys.offset = offset
  layout.headBytes = offset + Math.ceil(keyBytes / 4) * 4
  return layout
}
