import { crc32 } from 'node:zlib'
import { keepNewest } from '#common/domain/keep-newest'
import type { ByteSource } from '#main/store/files/byte-source'
import { bucketLimit } from './buckets'
import { DocumentFinder } from './document-finder'
import {
  blockBytes,
  headerFields,
  headerNumbers,
  headLayout,
  segmentFormat,
  segmentMagic,
} from './segment-layout'
import { keyEnd, keySeparator } from './terms'

/** A segment that is not as it was written; its articles are read anew. */
export class SegmentDamage extends Error {
  override readonly name = 'SegmentDamage'
}

/** What a segment keeps of the words it was asked for: a query being typed comes again with every letter. */
const rememberedBytes = 256 * 1024

/** Dictionary entries, in order: from the first to before the last. */
export interface TermRange {
  readonly from: number
  readonly to: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** An opened segment: its head lies in memory, the body is read when asked for. */
export class Segment {
  readonly bytes: number
  readonly documents: number
  /** Words and gaps. */
  readonly length: number
  readonly bases: Uint32Array
  readonly ends: Uint32Array
  /** Of each term. */
  readonly buckets: Uint8Array
  readonly #source: ByteSource
  readonly #keyStarts: Uint32Array
  readonly #documentStarts: Uint32Array
  readonly #placeStarts: Uint32Array
  readonly #counts: Uint32Array
  readonly #sums: Uint32Array
  readonly #keys: Uint8Array
  readonly #headBytes: number
  #finder: DocumentFinder | null = null
  #bucketSizes: Uint32Array | null = null
  readonly #remembered = new Map<string, Uint8Array>()

  /** Throws SegmentDamage when the head is not whole. */
  constructor(source: ByteSource) {
    this.#source = source
    this.bytes = source.size
    const header = numbersOf(source.read(0, headerNumbers * 4))
    const field = (name: keyof typeof headerFields): number => header[headerFields[name]] ?? 0
    const layout = headLayout({
      documents: field('documents'),
      terms: field('terms'),
      keyBytes: field('keyBytes'),
      bodyBytes: field('bodyBytes'),
    })
    const isWhole =
      field('magic') === segmentMagic &&
      field('format') === segmentFormat &&
      layout.headBytes + field('bodyBytes') === source.size
    if (!isWhole) throw new SegmentDamage('header')
    const head = aligned(source.read(0, layout.headBytes))
    new Uint32Array(head.buffer, 0, headerNumbers)[headerFields.sum] = 0
    if (crc32(head) !== field('sum')) throw new SegmentDamage('head')
    type Part = { readonly offset: number; readonly length: number }
    const numbers = ({ offset, length }: Part) => new Uint32Array(head.buffer, offset, length)
    const bytes = ({ offset, length }: Part) => head.subarray(offset, offset + length)
    this.documents = field('documents')
    this.bases = numbers(layout.bases)
    this.ends = numbers(layout.ends)
    this.length = this.bases[this.documents] ?? 0
    this.buckets = bytes(layout.buckets)
    this.#keyStarts = numbers(layout.keyStarts)
    this.#documentStarts = numbers(layout.documentStarts)
    this.#placeStarts = numbers(layout.placeStarts)
    this.#counts = numbers(layout.counts)
    this.#sums = numbers(layout.sums)
    this.#keys = bytes(layout.keys)
    this.#headBytes = layout.headBytes
  }

  get terms(): number {
    return this.#counts.length
  }

  get finder(): DocumentFinder {
    this.#finder ??= new DocumentFinder(this)
    return this.#finder
  }

  /** Terms in each bucket. */
  get bucketSizes(): Uint32Array {
    if (this.#bucketSizes === null) {
      this.#bucketSizes = new Uint32Array(bucketLimit)
      for (const bucket of this.buckets) this.#bucketSizes[bucket] = (this.#bucketSizes[bucket] ?? 0) + 1
    }
    return this.#bucketSizes
  }

  /** A byte for each document, made once while it is among the last that were asked for. */
  remember(key: string, make: () => Uint8Array): Uint8Array {
    const known = this.#remembered.get(key) ?? make()
    keepNewest(this.#remembered, key, known, Math.floor(rememberedBytes / this.documents))
    return known
  }

  /** Every spelling of a folded word, or of all that begin with it. */
  range(folded: string, prefix: boolean): TermRange {
    const first = encoder.encode(prefix ? folded : folded + keySeparator)
    const from = this.#lowerBound(0, first, false)
    return { from, to: this.#lowerBound(from, first, true) }
  }

  /** The keys of some terms, in order. */
  keys({ from, to }: TermRange): string[] {
    return decoder
      .decode(this.#keys.subarray(this.#keyStarts[from], this.#keyStarts[to]))
      .split(keyEnd, to - from)
  }

  /** Places of all the words in a range together. */
  count({ from, to }: TermRange): number {
    let sum = 0
    for (let term = from; term < to; term++) sum += this.#counts[term] ?? 0
    return sum
  }

  /** Calls back with the documents of each term, encoded, from `start` to before `end`; one read for all of them. */
  eachDocuments(
    { from, to }: TermRange,
    each: (term: number, bytes: Uint8Array, start: number, end: number) => void,
  ): void {
    const starts = this.#documentStarts
    const first = starts[from] ?? 0
    const bytes = this.#body(first, starts[to] ?? 0)
    for (let term = from; term < to; term++)
      each(term, bytes, (starts[term] ?? 0) - first, (starts[term + 1] ?? 0) - first)
  }

  /** The same with places from `start`: `count` of them, and then a bucket for each, which ends before `end`. */
  eachPlaces(
    { from, to }: TermRange,
    each: (term: number, bytes: Uint8Array, start: number, count: number, end: number) => void,
  ): void {
    const starts = this.#placeStarts
    const first = starts[from] ?? 0
    const bytes = this.#body(first, starts[to] ?? 0)
    for (let term = from; term < to; term++)
      each(term, bytes, (starts[term] ?? 0) - first, this.#counts[term] ?? 0, (starts[term + 1] ?? 0) - first)
  }

  close(): void {
    this.#source.close()
  }

  /** Bytes of the body, checked. */
  #body(from: number, to: number): Uint8Array {
    const first = Math.floor(from / blockBytes)
    const last = Math.ceil(to / blockBytes)
    const start = first * blockBytes
    const length = Math.min(last * blockBytes, this.bytes - this.#headBytes) - start
    const bytes = this.#source.read(this.#headBytes + start, length)
    for (let block = first; block < last; block++) {
      const own = bytes.subarray((block - first) * blockBytes, (block - first + 1) * blockBytes)
      if (crc32(own) !== this.#sums[block]) throw new SegmentDamage(`block ${block}`)
    }
    return bytes.subarray(from - start, to - start)
  }

  #keyBytes(term: number): Uint8Array {
    return this.#keys.subarray(this.#keyStarts[term], this.#keyStarts[term + 1])
  }

  /** First term from `low` whose key is not below `wanted`, or (past) does not begin with it any more. */
  #lowerBound(low: number, wanted: Uint8Array, past: boolean): number {
    let [from, to] = [low, this.terms]
    while (from < to) {
      const middle = (from + to) >>> 1
      const key = this.#keyBytes(middle).subarray(0, wanted.length)
      const order = Buffer.compare(key, wanted)
      if (order < 0 || (past && order === 0)) from = middle + 1
      else to = middle
    }
    return from
  }
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(aligned(bytes).buffer)
}

/** A copy that begins a buffer of its own, as views of numbers need it. */
function aligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}
