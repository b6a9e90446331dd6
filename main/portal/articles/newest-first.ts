import type { ArticleId } from '#common/domain/ids'

/** What lists choose from, for each article that readers see; the rest is read from the ledger when it is shown. */
export interface Listing {
  readonly article: ArticleId
  readonly slug: string
  readonly category: string
  readonly publishedAtMs: number
  readonly acceptedAtMs: number
  readonly hotUntilMs: number | null
  /** When votes count; null without a poll. */
  readonly poll: { readonly opensAt: string | null; readonly closesAt: string | null } | null
}

/** Listings, newest publication first, then by article id. */
export interface NewestFirst extends Iterable<Listing> {
  readonly size: number
  slice(from: number, to: number): Listing[]
}

/** Kept oldest first, so that what arrives in the order of its time is put at the end, where it costs nothing. */
export class OrderedListings implements NewestFirst {
  readonly #oldestFirst: Listing[] = []

  get size(): number {
    return this.#oldestFirst.length
  }

  *[Symbol.iterator](): Iterator<Listing> {
    for (let at = this.size - 1; at >= 0; at--) {
      const listing = this.#oldestFirst[at]
      if (listing !== undefined) yield listing
    }
  }

  slice(from: number, to: number): Listing[] {
    const end = Math.max(0, this.size - from)
    return this.#oldestFirst.slice(Math.max(0, this.size - to), end).reverse()
  }

  add(listing: Listing): void {
    this.#oldestFirst.splice(this.#placeOf(listing), 0, listing)
  }

  remove(listing: Listing): void {
    this.#oldestFirst.splice(this.#placeOf(listing), 1)
  }

  /** Where it stands or belongs, by binary search. */
  #placeOf(listing: Listing): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#oldestFirst[middle]
      if (other !== undefined && isNewer(listing, other)) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The order of every list. */
export function isNewer(a: Listing, b: Listing): boolean {
  return a.publishedAtMs === b.publishedAtMs ? a.article < b.article : a.publishedAtMs > b.publishedAtMs
}
