import { crc32 } from 'node:zlib'
import { parts } from './passages'
import { headerFields, headLayout, segmentFormat, segmentMagic } from './segment-layout'

/** Words of some articles, one number a place: 0 is a gap, n the n-th key. */
export interface WordStream {
  readonly places: Uint32Array
  readonly keys: readonly string[]
  /** Where each document begins; one more for the end of the last. */
  readonly bases: Uint32Array
  /** Four to a document: where headline, lead, facts and body end, counted from the document's beginning. */
  readonly ends: Uint32Array
}

export const endsPerDocument = parts.length - 1

/** The bytes of a segment (docs/search.md): dictionary in order of its keys, places of each word as differences. */
export function encodeSegment({ places, keys, bases, ends }: WordStream): Uint8Array {
  const documents = bases.length - 1
  const encoded = keys.map(key => Buffer.from(key))
  const order = [...encoded.keys()].sort((a, b) => Buffer.compare(at(encoded, a), at(encoded, b)))
  const counts = countPlaces(places, keys.length)
  const { starts, grouped } = groupPlaces(places, counts)
  const postings = encodePostings(order, starts, counts, grouped)

  const keyBytes = encoded.reduce((sum, key) => sum + key.length, 0)
  const layout = headLayout({ documents, terms: keys.length, keyBytes })
  const bytes = new Uint8Array(layout.headBytes + postings.bytes.length)
  const view = (part: { readonly offset: number; readonly length: number }): Uint32Array =>
    new Uint32Array(bytes.buffer, part.offset, part.length)
  const header = view(layout.header)
  view(layout.bases).set(bases)
  view(layout.ends).set(ends)
  const [keyStarts, postingStarts, sizes, sums] = [
    view(layout.keyStarts),
    view(layout.postingStarts),
    view(layout.counts),
    view(layout.sums),
  ]
  let written = 0
  for (const [rank, term] of order.entries()) {
    const key = at(encoded, term)
    keyStarts[rank] = written
    bytes.set(key, layout.keys.offset + written)
    written += key.length
    sizes[rank] = counts[term] ?? 0
    const [start, end] = [postings.starts[rank] ?? 0, postings.starts[rank + 1] ?? 0]
    postingStarts[rank] = start
    sums[rank] = crc32(postings.bytes.subarray(start, end))
  }
  keyStarts[order.length] = written
  postingStarts[order.length] = postings.bytes.length
  bytes.set(postings.bytes, layout.headBytes)
  header[headerFields.magic] = segmentMagic
  header[headerFields.format] = segmentFormat
  header[headerFields.documents] = documents
  header[headerFields.terms] = keys.length
  header[headerFields.keyBytes] = keyBytes
  header[headerFields.postingBytes] = postings.bytes.length
  header[headerFields.sum] = crc32(bytes.subarray(0, layout.headBytes))
  return bytes
}

function countPlaces(places: Uint32Array, terms: number): Uint32Array {
  const counts = new Uint32Array(terms)
  for (let place = 0; place < places.length; place++) {
    const word = places[place] ?? 0
    if (word > 0) counts[word - 1] = (counts[word - 1] ?? 0) + 1
  }
  return counts
}

/** The places of each word, rising, one word after the other. */
function groupPlaces(places: Uint32Array, counts: Uint32Array) {
  const starts = new Uint32Array(counts.length + 1)
  for (let term = 0; term < counts.length; term++)
    starts[term + 1] = (starts[term] ?? 0) + (counts[term] ?? 0)
  const next = starts.slice()
  const grouped = new Uint32Array(starts[counts.length] ?? 0)
  for (let place = 0; place < places.length; place++) {
    const word = places[place] ?? 0
    if (word === 0) continue
    const slot = next[word - 1] ?? 0
    grouped[slot] = place
    next[word - 1] = slot + 1
  }
  return { starts, grouped }
}

/** Differences as varints: seven bits a byte, the high bit says that more follow. */
function encodePostings(
  order: readonly number[],
  starts: Uint32Array,
  counts: Uint32Array,
  grouped: Uint32Array,
) {
  // A difference takes one to four bytes; made larger only when it has to be.
  let bytes = new Uint8Array(grouped.length * 2 + 64)
  const offsets = new Uint32Array(order.length + 1)
  let length = 0
  for (const [rank, term] of order.entries()) {
    offsets[rank] = length
    const start = starts[term] ?? 0
    const end = start + (counts[term] ?? 0)
    if (length + (end - start) * 5 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2 + (end - start) * 5)
      larger.set(bytes.subarray(0, length))
      bytes = larger
    }
    let previous = 0
    for (let index = start; index < end; index++) {
      const place = grouped[index] ?? 0
      let difference = place - previous
      previous = place
      while (difference > 127) {
        bytes[length++] = (difference & 127) | 128
        difference >>>= 7
      }
      bytes[length++] = difference
    }
  }
  offsets[order.length] = length
  return { bytes: bytes.subarray(0, length), starts: offsets }
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index]
  if (value === undefined) throw new RangeError(`no item ${index}`)
  return value
}
