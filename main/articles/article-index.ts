import { setImmediate } from 'node:timers/promises'
import type { Article, Revision } from '#common/domain/article'
import { type Chip, chipOf } from '#common/domain/chip'
import { isUnfinished, type Job } from '#common/domain/job'
import type { Publication } from '#common/domain/publication'
import type { NewsroomStore } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'

/** An article with everything that belongs to it; only as much is made anew as a commit changes. */
export interface Entry {
  article: Article
  chip: Chip
  publications: readonly Publication[]
  /** Oldest first. */
  jobs: readonly Job[]
  /** Oldest first. */
  revisions: readonly Revision[]
}

/** Records taken in at a time after opening; other work comes in between. */
const sliceSize = 1_000

/** One empty list for all: most articles have no unfinished job, and 100,000 lists of their own are megabytes. */
const none: readonly never[] = []

/**
 * Publications, jobs and revisions by article, and the articles in their order. Filled in slices once the store has read
 * everything; who asks earlier waits for the rest of it.
 */
export class ArticleIndex {
  readonly #store: NewsroomStore
  readonly #entries = new Map<string, Entry>()
  /** By `changed`, oldest first. */
  readonly #ordered: Entry[] = []
  #filling: Iterator<void> | null = null
  #newestFirst: readonly Entry[] | null = null
  /** Resolves when every answer comes at once. */
  readonly ready: Promise<void>

  constructor(store: NewsroomStore) {
    this.#store = store
    // A store that is closed before everything was read has nothing to fill this with.
    this.ready = store.loaded.then(() => (store.isLoaded ? this.#fillInSlices() : undefined))
  }

  /** What the store has just changed. */
  heed(changes: readonly Change<NewsroomCollections>[]): void {
    if (this.#filling === null) return
    this.#dropJobs(changes)
    // Nothing but finished jobs is ever taken out of these collections but by starting over.
    for (const change of changes)
      if ('remove' in change) this.#startOver(change.collection)
      else if (change.collection === 'articles') this.#take(change.put.id)
    for (const change of changes) if ('put' in change) this.#add(change)
  }

  newestFirst(): readonly Article[] {
    return this.entries().map(({ article }) => article)
  }

  /** The newest first. */
  entries(): readonly Entry[] {
    this.#finish()
    this.#newestFirst ??= this.#ordered.toReversed()
    return this.#newestFirst
  }

  publications(article: string): readonly Publication[] {
    return this.#entry(article)?.publications ?? []
  }

  unfinishedJobs(article: string): readonly Job[] {
    return this.jobs(article).filter(job => isUnfinished(job.state))
  }

  /** Oldest first. */
  jobs(article: string): readonly Job[] {
    return this.#entry(article)?.jobs ?? []
  }

  /** Oldest first. */
  revisions(article: string): readonly Revision[] {
    return this.#entry(article)?.revisions ?? []
  }

  chip(article: Article): Chip {
    const entry = this.#entry(article.id)
    if (entry?.article === article) return entry.chip
    return chipOf(article, this.publications(article.id), this.unfinishedJobs(article.id))
  }

  #entry(article: string): Entry | undefined {
    this.#finish()
    return this.#entries.get(article)
  }

  async #fillInSlices(): Promise<void> {
    const filling = this.#begin()
    while (filling.next().done !== true) await setImmediate()
  }

  #begin(): Iterator<void> {
    this.#filling ??= this.#fill()
    return this.#filling
  }

  #finish(): void {
    const filling = this.#begin()
    while (filling.next().done !== true);
  }

  *#fill(): Generator<void> {
    let taken = 0
    for (const id of this.#store.all('articles').keys()) {
      this.#take(id)
      if (++taken % sliceSize === 0) yield
    }
    for (const collection of ['publications', 'jobs', 'revisions'] as const)
      for (const put of this.#store.all(collection).values()) {
        this.#add({ collection, put } as Change<NewsroomCollections>)
        if (++taken % sliceSize === 0) yield
      }
  }

  #dropJobs(changes: readonly Change<NewsroomCollections>[]): void {
    const gone = new Set(
      changes.flatMap(change => ('remove' in change && change.collection === 'jobs' ? change.remove : [])),
    )
    if (gone.size === 0) return
    for (const entry of this.#entries.values())
      if (entry.jobs.some(job => gone.has(job.id))) entry.jobs = entry.jobs.filter(job => !gone.has(job.id))
  }

  #startOver(collection: string): void {
    if (!['articles', 'publications', 'revisions'].includes(collection)) return
    this.#entries.clear()
    this.#ordered.length = 0
    this.#newestFirst = null
    this.#filling = null
  }

  /** The article as the store has it now, at its place in the order. */
  #take(id: string): void {
    const article = this.#store.get('articles', id)
    const known = this.#entries.get(id)
    if (article === undefined || known?.article === article) return
    const entry = known ?? { article, chip: 'draft', publications: none, jobs: none, revisions: none }
    if (known !== undefined) this.#ordered.splice(this.#placeOf(known), 1)
    entry.article = article
    entry.chip = chipOfEntry(entry)
    this.#entries.set(id, entry)
    const last = this.#ordered.at(-1)
    if (last === undefined || last.article.changed <= article.changed) this.#ordered.push(entry)
    else this.#ordered.splice(this.#firstAfter(article.changed), 0, entry)
    this.#newestFirst = null
  }

  /** A record beside the one of its id that is there, if any. */
  #add(change: Change<NewsroomCollections>): void {
    if (!('put' in change)) return
    switch (change.collection) {
      case 'publications':
        this.#change(change.put.article, entry => {
          entry.publications = withRecord(entry.publications, change.put, () => 0)
        })
        return
      case 'jobs':
        this.#change(change.put.article, entry => {
          entry.jobs = withRecord(entry.jobs, change.put, job => job.queued)
        })
        return
      case 'revisions':
        this.#change(change.put.article, entry => {
          entry.revisions = withRecord(entry.revisions, change.put, revision => revision.number)
        })
    }
  }

  #change(article: string, change: (entry: Entry) => void): void {
    const entry = this.#entries.get(article)
    if (entry === undefined) return
    change(entry)
    entry.chip = chipOfEntry(entry)
  }

  #placeOf(entry: Entry): number {
    const from = this.#firstAfter(entry.article.changed - 1)
    return this.#ordered.indexOf(entry, from)
  }

  /** Index of the first entry that was changed after this sequence. */
  #firstAfter(changed: number): number {
    let [low, high] = [0, this.#ordered.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#ordered[middle]?.article.changed ?? 0) <= changed) low = middle + 1
      else high = middle
    }
    return low
  }
}

function chipOfEntry({ article, publications, jobs }: Entry): Chip {
  return chipOf(
    article,
    publications,
    jobs.filter(job => isUnfinished(job.state)),
  )
}

function withRecord<T extends { readonly id: string }>(
  records: readonly T[],
  record: T,
  order: (record: T) => number,
): readonly T[] {
  const others = records.filter(({ id }) => id !== record.id)
  // A list that grew keeps room for sixteen more; the sorted copy is as long as it must be.
  return [...others, record].toSorted((a, b) => order(a) - order(b))
}
