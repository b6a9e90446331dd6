import { crc32 } from 'node:zlib'
import { bucketsOf } from './buckets'
import { encodeBody } from './encode-body'
import { blockBytes, headerFields, headLayout, segmentFormat, segmentMagic } from './segment-layout'
import { keyEnd } from './terms'

/** Words of some articles, one number a place: 0 is a gap, n the n-th key. */
export interface WordStream {
  readonly places: Uint32Array
  readonly keys: readonly string[]
  /** Where each document begins; one more for the end of the last. */
  readonly bases: Uint32Array
  /** Four to a document: where headline, lead, facts and body end, counted from the document's beginning. */
  readonly ends: Uint32Array
}

/** The bytes of a segment (segment-layout). */
export function encodeSegment(stream: WordStream): Uint8Array {
  const { places, keys, bases, ends } = stream
  const encoded = keys.map(key => Buffer.from(key + keyEnd))
  const order = [...encoded.keys()].sort((a, b) => Buffer.compare(at(encoded, a), at(encoded, b)))
  const counts = countPlaces(places, keys.length)
  const buckets = bucketsOf(keys, counts)
  const body = encodeBody(stream, order, counts, buckets)

  const sizes = {
    documents: bases.length - 1,
    terms: keys.length,
    keyBytes: encoded.reduce((sum, key) => sum + key.length, 0),
    bodyBytes: body.bytes.length,
  }
  const layout = headLayout(sizes)
  const bytes = new Uint8Array(layout.headBytes + sizes.bodyBytes)
  const view = (part: { readonly offset: number; readonly length: number }): Uint32Array =>
    new Uint32Array(bytes.buffer, part.offset, part.length)
  view(layout.bases).set(bases)
  view(layout.ends).set(ends)
  view(layout.documentStarts).set(body.documentStarts)
  view(layout.placeStarts).set(body.placeStarts)
  view(layout.counts).set(order.map(term => counts[term] ?? 0))
  view(layout.sums).set(sumsOf(body.bytes))
  bytes.set(
    order.map(term => buckets[term] ?? 0),
    layout.buckets.offset,
  )
  const keyStarts = view(layout.keyStarts)
  let written = 0
  for (const [rank, term] of order.entries()) {
    const key = at(encoded, term)
    bytes.set(key, layout.keys.offset + written)
    written += key.length
    keyStarts[rank + 1] = written
  }
  bytes.set(body.bytes, layout.headBytes)
  const header = view(layout.header)
  header[headerFields.magic] = segmentMagic
  header[headerFields.format] = segmentFormat
  for (const name of ['documents', 'terms', 'keyBytes', 'bodyBytes'] as const)
    header[headerFields[name]] = sizes[name]
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

function sumsOf(body: Uint8Array): number[] {
  return Array.from({ length: Math.ceil(body.length / blockBytes) }, (_, block) =>
    crc32(body.subarray(block * blockBytes, (block + 1) * blockBytes)),
  )
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index]
  if (value === undefined) throw new RangeError(`no item ${index}`)
  return value
}
