import { crc32 } from 'node:zlib'
import type { ByteSource } from '#main/store/files/byte-source'
import { headerFields, headerNumbers, headLayout, segmentFormat, segmentMagic } from './segment-layout'
import { keySeparator } from './terms'

/** A segment that is not as it was written; its articles are read anew. */
export class SegmentDamage extends Error {
  override readonly name = 'SegmentDamage'
}

/** Dictionary entries, in order: from the first to before the last. */
export interface TermRange {
  readonly from: number
  readonly to: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** An opened segment: its head lies in memory, postings are read when asked for. */
export class Segment {
  readonly bytes: number
  readonly documents: number
  /** Words and gaps. */
  readonly length: number
  readonly bases: Uint32Array
  readonly ends: Uint32Array
  readonly #source: ByteSource
  readonly #keyStarts: Uint32Array
  readonly #postingStarts: Uint32Array
  readonly #counts: Uint32Array
  readonly #sums: Uint32Array
  readonly #keys: Uint8Array
  readonly #headBytes: number

  /** Throws SegmentDamage when the head is not whole. */
  constructor(source: ByteSource) {
    this.#source = source
    this.bytes = source.size
    const header = numbersOf(source.read(0, headerNumbers * 4))
    const field = (name: keyof typeof headerFields): number => header[headerFields[name]] ?? 0
    const sizes = { documents: field('documents'), terms: field('terms'), keyBytes: field('keyBytes') }
    const layout = headLayout(sizes)
    const isWhole =
      field('magic') === segmentMagic &&
      field('format') === segmentFormat &&
      layout.headBytes + field('postingBytes') === source.size
    if (!isWhole) throw new SegmentDamage('header')
    const head = aligned(source.read(0, layout.headBytes))
    new Uint32Array(head.buffer)[headerFields.sum] = 0
    if (crc32(head) !== field('sum')) throw new SegmentDamage('head')
    const view = (part: { readonly offset: number; readonly length: number }): Uint32Array =>
      new Uint32Array(head.buffer, part.offset, part.length)
    this.documents = sizes.documents
    this.bases = view(layout.bases)
    this.ends = view(layout.ends)
    this.length = this.bases[this.documents] ?? 0
    this.#keyStarts = view(layout.keyStarts)
    this.#postingStarts = view(layout.postingStarts)
    this.#counts = view(layout.counts)
    this.#sums = view(layout.sums)
    this.#keys = head.subarray(layout.keys.offset, layout.keys.offset + layout.keys.length)
    this.#headBytes = layout.headBytes
  }

  get terms(): number {
    return this.#counts.length
  }

  /** Every spelling of a folded word, or of all that begin with it. */
  range(folded: string, prefix: boolean): TermRange {
    const first = encoder.encode(prefix ? folded : folded + keySeparator)
    const from = this.#lowerBound(0, first, false)
    return { from, to: this.#lowerBound(from, first, true) }
  }

  key(term: number): { readonly folded: string; readonly spelling: string } {
    const [folded = '', spelling = ''] = decoder.decode(this.#keyBytes(term)).split(keySeparator)
    return { folded, spelling }
  }

  keyText(term: number): string {
    return decoder.decode(this.#keyBytes(term))
  }

  /** Places of all the words in a range together. */
  count({ from, to }: TermRange): number {
    let sum = 0
    for (let term = from; term < to; term++) sum += this.#counts[term] ?? 0
    return sum
  }

  /** Calls back with the checked postings of each term; one read for all of them. */
  postings({ from, to }: TermRange, each: (term: number, postings: Uint8Array) => void): void {
    const start = this.#postingStarts[from] ?? 0
    const bytes = this.#source.read(this.#headBytes + start, (this.#postingStarts[to] ?? 0) - start)
    for (let term = from; term < to; term++) {
      const own = bytes.subarray(
        (this.#postingStarts[term] ?? 0) - start,
        (this.#postingStarts[term + 1] ?? 0) - start,
      )
      if (crc32(own) !== this.#sums[term]) throw new SegmentDamage(`postings of term ${term}`)
      each(term, own)
    }
  }

  close(): void {
    this.#source.close()
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
