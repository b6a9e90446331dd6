import type { RemoteArticle } from '#common/api/portal-api'
import type { BlobReference } from '#common/document/revision-body'
import type { ArticleId, BlobHash } from '#common/domain/ids'
import { publicationTable } from '#common/domain/publication'
import { articlePath } from '../paths'
import type { Card } from './card'
import type { LedgerEntry } from './ledger-entry'

/** An article readers can see. */
export interface LiveArticle extends LedgerEntry {
  readonly card: Card
}

/** What the ledger amounts to, in memory: the newest decision of each article, and what readers may see. */
export interface Shelf {
  get(article: ArticleId): LedgerEntry | undefined
  /** By article id, for the API's listing. */
  all(): readonly LedgerEntry[]
  /** Newest first. */
  live(): readonly LiveArticle[]
  /** The article an address was ever given to; false when it belongs to another one. */
  claimSlug(slug: string, article: ArticleId): boolean
  bySlug(slug: string): LedgerEntry | undefined
  /** How a visible article shows this blob; undefined when none does. */
  visibleBlob(hash: BlobHash): BlobReference | undefined
  apply(entry: LedgerEntry): void
}

export function createShelf(): Shelf {
  const newest = new Map<ArticleId, LedgerEntry>()
  const slugs = new Map<string, ArticleId>()
  const blobs = new Map<BlobHash, BlobReference[]>()
  const live: LiveArticle[] = []

  function withdraw(entry: LiveArticle): void {
    live.splice(placeOf(live, entry), 1)
    for (const { hash } of entry.card.blobs) {
      const shown = blobs.get(hash)?.slice(1) ?? []
      if (shown.length === 0) blobs.delete(hash)
      else blobs.set(hash, shown)
    }
  }

  function show(entry: LiveArticle): void {
    live.splice(placeOf(live, entry), 0, entry)
    for (const reference of entry.card.blobs) {
      blobs.set(reference.hash, [...(blobs.get(reference.hash) ?? []), reference])
    }
  }

  return {
    get: article => newest.get(article),
    all: () => [...newest.values()].sort((a, b) => (a.article < b.article ? -1 : 1)),
    live: () => live,
    claimSlug(slug, article) {
      const holder = slugs.get(slug)
      if (holder !== undefined && holder !== article) return false
      slugs.set(slug, article)
      return true
    },
    bySlug(slug) {
      const article = slugs.get(slug)
      return article === undefined ? undefined : newest.get(article)
    },
    visibleBlob: hash => blobs.get(hash)?.at(-1),
    apply(entry) {
      const former = newest.get(entry.article)
      if (former !== undefined && isLive(former)) withdraw(former)
      newest.set(entry.article, entry)
      if (!isLive(entry)) return
      slugs.set(entry.card.slug, entry.article)
      show(entry)
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

/** Where the entry stands or belongs, by binary search: newest publication first, then by article id. */
function placeOf(live: readonly LiveArticle[], entry: LiveArticle): number {
  let low = 0
  let high = live.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = live[middle]
    if (other !== undefined && isBefore(other, entry)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(a: LiveArticle, b: LiveArticle): boolean {
  if (a.card.publishedAt !== b.card.publishedAt) return a.card.publishedAt > b.card.publishedAt
  return a.article < b.article
}
