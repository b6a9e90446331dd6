import type { WordStream } from './encode-segment'
import { endsPerDocument } from './part-at'
import { type Passage, parts } from './passages'
import { keyOf, type Term, termsOf } from './terms'

/** Gathers articles for one segment. */
export class WordStreamBuilder {
  readonly #ids = new Map<Term, number>()
  readonly #numbers = new Map<string, number>()
  readonly #keys: string[] = []
  readonly #bases = [0]
  readonly #ends: number[] = []
  #places = new Uint32Array(1 << 16)
  #length = 0

  get documents(): number {
    return this.#bases.length - 1
  }
  /** Words and gaps so far. */
  get length(): number {
    return this.#length
  }

  /** Passages come in the order of `parts`; answers with the document's number in the segment. */
  add(passages: readonly Passage[]): number {
    const base = this.#length
    let done = 0
    for (const part of parts) {
      for (; passages[done]?.part === part; done++) this.#addText(passages[done]?.text ?? '')
      if (part !== parts[endsPerDocument]) this.#ends.push(this.#length - base)
    }
    // A document always takes a place, so that no two begin at the same.
    if (this.#length === base) this.#push(0)
    this.#bases.push(this.#length)
    return this.documents - 1
  }

  stream(): WordStream {
    return {
      places: this.#places.subarray(0, this.#length),
      keys: this.#keys,
      bases: Uint32Array.from(this.#bases),
      ends: Uint32Array.from(this.#ends),
    }
  }

  #addText(text: string): void {
    for (const term of termsOf(text)) this.#push(this.#numberOf(term))
    this.#push(0)
  }

  #numberOf(term: Term): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    // The same term comes as another object when the words known were forgotten in between.
    const key = keyOf(term)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#keys.push(key)
      this.#numbers.set(key, number)
    }
    this.#ids.set(term, number)
    return number
  }

  #push(value: number): void {
    if (this.#length === this.#places.length) {
      const larger = new Uint32Array(this.#places.length * 2)
      larger.set(this.#places)
      this.#places = larger
    }
    this.#places[this.#length++] = value
  }
}
