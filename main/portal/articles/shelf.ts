import type { RemoteArticle } from '#common/api/portal-api'
import type { BlobReference } from '#common/document/revision-body'
import type { ArticleId, BlobHash } from '#common/domain/ids'
import { publicationTable } from '#common/domain/publication'
import { articlePath } from '../paths'
import type { Card } from './card'
import type { Ledger, Place } from './ledger'
import type { LedgerEntry } from './ledger-entry'
import { type Listing, type NewestFirst, OrderedListings } from './newest-first'

/** An article readers can see. */
export interface LiveArticle extends LedgerEntry {
  readonly card: Card
}

/** All that readers see, only what was hot, only what has a poll, or one category. */
export type ListName = 'all' | 'hot' | 'polls' | { readonly category: string }

/** What the ledger amounts to: the newest decision of each article, and what readers may see. */
export interface Shelf {
  get(article: ArticleId): Promise<LedgerEntry | undefined>
  /** Up to `limit` newest decisions by article id, and where the next page begins. */
  page(
    after: ArticleId | undefined,
    limit: number,
  ): Promise<{ readonly entries: readonly LedgerEntry[]; readonly next: ArticleId | null }>
  list(name: ListName): NewestFirst
  /** What of a list is to be shown, in its order. */
  read(listings: readonly Listing[]): Promise<LiveArticle[]>
  /** The article an address was ever given to; false when it belongs to another one. */
  claimSlug(slug: string, article: ArticleId): boolean
  bySlug(slug: string): Promise<LedgerEntry | undefined>
  /** How a visible article shows this blob; undefined when none does. */
  visibleBlob(hash: BlobHash): BlobReference | undefined
  apply(entry: LedgerEntry, place: Place): void
}

/** All that stays in memory of an article. */
interface Held {
  readonly place: Place
  readonly listing: Listing | null
  readonly blobs: readonly BlobReference[]
}

const none: readonly BlobReference[] = []

/** `ledger` is asked only after everything was replayed. */
export function createShelf(ledger: () => Ledger): Shelf {
  const newest = new Map<ArticleId, Held>()
  const slugs = new Map<string, ArticleId>()
  const blobs = new Map<BlobHash, BlobReference[]>()
  const lists = new Map<string, OrderedListings>()
  let byId: ArticleId[] | null = null

  function listOf(name: ListName): OrderedListings {
    const key = typeof name === 'string' ? name : `in ${name.category}`
    const list = lists.get(key) ?? new OrderedListings()
    lists.set(key, list)
    return list
  }

  function withdraw(listing: Listing, shown: readonly BlobReference[]): void {
    for (const name of namesOf(listing)) listOf(name).remove(listing)
    for (const { hash } of shown) {
      const left = blobs.get(hash)?.slice(1) ?? []
      if (left.length === 0) blobs.delete(hash)
      else blobs.set(hash, left)
    }
  }

  function show(listing: Listing, shown: readonly BlobReference[]): void {
    for (const name of namesOf(listing)) listOf(name).add(listing)
    for (const reference of shown)
      blobs.set(reference.hash, [...(blobs.get(reference.hash) ?? []), reference])
  }

  async function get(article: ArticleId): Promise<LedgerEntry | undefined> {
    const held = newest.get(article)
    return held === undefined ? undefined : ledger().read(held.place)
  }

  return {
    get,
    async page(after, limit) {
      byId ??= [...newest.keys()].sort()
      const from = after === undefined ? 0 : placeAfter(byId, after)
      const ids = byId.slice(from, from + limit)
      const entries = await Promise.all(ids.map(get))
      return {
        entries: entries.filter(entry => entry !== undefined),
        next: from + limit < byId.length ? (ids.at(-1) ?? null) : null,
      }
    },
    list: listOf,
    async read(listings) {
      const entries = await Promise.all(listings.map(({ article }) => get(article)))
      return entries.filter(entry => entry !== undefined).filter(isLive)
    },
    claimSlug(slug, article) {
      const holder = slugs.get(slug)
      if (holder !== undefined && holder !== article) return false
      slugs.set(slug, article)
      return true
    },
    async bySlug(slug) {
      const article = slugs.get(slug)
      return article === undefined ? undefined : get(article)
    },
    visibleBlob: hash => blobs.get(hash)?.at(-1),
    apply(entry, place) {
      const former = newest.get(entry.article)
      if (former === undefined) byId = null
      else if (former.listing !== null) withdraw(former.listing, former.blobs)
      const listing = isLive(entry) ? listingOf(entry) : null
      const shown = entry.card === null || entry.card.blobs.length === 0 ? none : entry.card.blobs
      newest.set(entry.article, { place, listing, blobs: shown })
      if (listing === null) return
      slugs.set(listing.slug, entry.article)
      show(listing, shown)
    },
  }
}

export function isLive(entry: LedgerEntry): entry is LiveArticle {
  return entry.card !== null
}

/** The same as the API tells it. */
export function remoteArticleOf(entry: LedgerEntry): RemoteArticle {
  return {
    article: entry.article,
    sequence: entry.sequence,
    state: publicationTable[entry.decision].to,
    revision: entry.revision,
    html: entry.html,
    path: entry.card === null ? null : articlePath(entry.card.slug),
    ...(entry.urgentUntil !== undefined && { urgentUntil: entry.urgentUntil }),
    acceptedAt: entry.at,
  }
}

function listingOf({ article, at, card }: LiveArticle): Listing {
  const { slug, category, publishedAt, hotUntil, poll } = card
  return {
    article,
    slug,
    category,
    publishedAtMs: Date.parse(publishedAt),
    acceptedAtMs: Date.parse(at),
    hotUntilMs: hotUntil === null ? null : Date.parse(hotUntil),
    poll: poll === null ? null : { opensAt: poll.opensAt, closesAt: poll.closesAt },
  }
}

function namesOf({ category, hotUntilMs, poll }: Listing): ListName[] {
  const names: ListName[] = ['all', { category }]
  if (hotUntilMs !== null) names.push('hot')
  if (poll !== null) names.push('polls')
  return names
}

/** Index of the first id behind this one. */
function placeAfter(sorted: readonly ArticleId[], id: ArticleId): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') <= id) low = middle + 1
    else high = middle
  }
  return low
}
