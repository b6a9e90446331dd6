import { ByteWriter } from './byte-writer'
import { DocumentFinder } from './document-finder'
import type { WordStream } from './encode-segment'
import { partAt } from './part-at'
import { parts } from './passages'

/** Documents and places of all terms, in the given order, and where each term begins. */
export function encodeBody(
  stream: WordStream,
  order: readonly number[],
  counts: Uint32Array,
  buckets: Uint8Array,
) {
  const grouped = groupPlaces(stream.places, counts)
  const documents = new ByteWriter()
  const places = new ByteWriter()
  const documentStarts = new Uint32Array(order.length + 1)
  const placeStarts = new Uint32Array(order.length + 1)
  const finder = new DocumentFinder(stream)
  for (const [rank, term] of order.entries()) {
    const own = grouped.of(term)
    writeDocuments(documents, own, stream, finder)
    writePlaces(places, own, stream.places, buckets)
    documentStarts[rank + 1] = documents.length
    placeStarts[rank + 1] = places.length
  }
  const bytes = new Uint8Array(documents.length + places.length)
  bytes.set(documents.written())
  bytes.set(places.written(), documents.length)
  return { bytes, documentStarts, placeStarts: placeStarts.map(start => start + documents.length) }
}

/** The places of each word, rising. */
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
  return { of: (term: number) => grouped.subarray(starts[term], starts[term + 1]) }
}

function writeDocuments(
  to: ByteWriter,
  places: Uint32Array,
  { bases, ends }: WordStream,
  finder: DocumentFinder,
): void {
  to.reserve(places.length * 5)
  let last = -1
  let end = 0
  for (const place of places) {
    if (place < end) continue
    const document = finder.at(place)
    const part = partAt(ends, document, place - (bases[document] ?? 0))
    to.varint((document - last - 1) * parts.length + part)
    last = document
    end = bases[document + 1] ?? 0
  }
}

function writePlaces(to: ByteWriter, own: Uint32Array, all: Uint32Array, buckets: Uint8Array): void {
  to.reserve(own.length * 6)
  let last = 0
  for (const place of own) {
    to.varint(place - last)
    last = place
  }
  for (const place of own) {
    const next = all[place + 1] ?? 0
    to.byte(next === 0 ? 0 : (buckets[next - 1] ?? 0))
  }
}
