import type { SearchProgress } from '#common/api/search'
import { memorySource } from '#main/store/files/byte-source'
import { encodeSegment } from './encode-segment'
import type { IndexFiles } from './index-files'
import { currentDocuments, type IndexedArticle, type LiveSegment, lengthOf, rowsOf } from './live-segment'
import { mergeSegments } from './merge-segments'
import { parseQuery } from './query'
import type { ReadArticleText } from './read-article'
import { searchSegment } from './search-segment'
import { Segment, SegmentDamage } from './segment'
import { WordStreamBuilder } from './word-stream'

/** An article as main knows it now. */
export interface ArticleMark {
  readonly id: string
  /** Index of its rank in every answer. */
  readonly number: number
  /** Journal sequence of its card. */
  readonly changed: number
  /** Nobody can type in it at this stage, so its text changes only together with its card. */
  readonly settled: boolean
}

/** Words and gaps of one segment: bounds the memory that building, merging and searching take. */
export const segmentLimit = 4_000_000
/** Articles read at a time; between two batches questions are answered. */
const batchSize = 25
/** So few new texts are read before a question is answered, so that who has just typed finds it. */
const readFirst = 64
const mostInMemory = 8
const mostSmall = 8

/** The index over every article of a workspace; lives in the search worker. */
export class SearchIndex {
  readonly #files: IndexFiles | null
  readonly #read: ReadArticleText
  readonly #articles = new Map<string, IndexedArticle>()
  readonly #stored = new Map<string, NonNullable<IndexedArticle['place']>>()
  readonly #waiting = new Set<IndexedArticle>()
  #segments: LiveSegment[] = []
  #builder = new WordStreamBuilder()
  #building: { readonly article: IndexedArticle; readonly changed: number; readonly version: number }[] = []
  #numbers = 0
  #isTrusted = false
  #isStale = false

  private constructor(files: IndexFiles | null, read: ReadArticleText) {
    this.#files = files
    this.#read = read
  }

  /** Without files nothing is kept. `head` is that of the journal: an index closed there needs no look at the drafts. */
  static async open(files: IndexFiles | null, read: ReadArticleText, head: number): Promise<SearchIndex> {
    const index = new SearchIndex(files, read)
    // What cannot be loaded is made anew.
    const stored = await files?.load().catch(() => undefined)
    index.#isTrusted = stored?.settledAt === head
    for (const { name, segment, documents } of stored?.segments ?? []) {
      const live: LiveSegment = { name, segment, articles: new Array(segment.documents) }
      index.#segments.push(live)
      for (const [document, article, changed, version] of documents)
        index.#stored.set(article, { segment: live, document, changed, version })
    }
    return index
  }

  /** Every article once before the first question, later whatever changed. */
  note({ id, number, changed, settled }: ArticleMark): void {
    this.#numbers = Math.max(this.#numbers, number + 1)
    const known = this.#articles.get(id)
    if (known !== undefined) {
      known.changed = changed
      this.#waiting.add(known)
      return
    }
    const place = this.#stored.get(id) ?? null
    const article: IndexedArticle = { id, number, changed, place }
    this.#articles.set(id, article)
    this.#stored.delete(id)
    if (place !== null) place.segment.articles[place.document] = article
    if (place === null || place.changed !== changed || !(settled || this.#isTrusted))
      this.#waiting.add(article)
  }

  progress(): SearchProgress | null {
    const waiting = this.#waiting.size + this.#building.length
    const total = this.#articles.size
    return waiting === 0 ? null : { done: Math.max(0, total - waiting), total }
  }

  /** Reads some of the articles that wait; false when none is left. */
  async work(): Promise<boolean> {
    const batch = [...this.#take()]
    const texts = await Promise.all(
      batch.map(async article => ({ article, changed: article.changed, text: await this.#read(article.id) })),
    )
    for (const { article, changed, text } of texts) {
      const { place } = article
      if (place !== null && place.version === text.version) {
        this.#isStale ||= place.changed !== changed
        article.place = { ...place, changed }
        continue
      }
      this.#builder.add(text.passages)
      this.#building.push({ article, changed, version: text.version })
    }
    if (this.#waiting.size === 0 || this.#builder.length >= segmentLimit) await this.#seal()
    return this.#waiting.size > 0
  }

  /** The rank of each article by its number; 0 is not found. */
  async ranks(text: string): Promise<Uint16Array<ArrayBuffer>> {
    if (this.#waiting.size <= readFirst) while (this.#waiting.size > 0) await this.work()
    const query = parseQuery(text)
    const result = new Uint16Array(this.#numbers)
    for (const live of [...this.#segments])
      try {
        const found = searchSegment(live.segment, query)
        if (found === null) continue
        for (let document = 0; document < found.length; document++) {
          const article = live.articles[document]
          if (article !== undefined) result[article.number] = found[document] ?? 0
        }
      } catch (error) {
        if (!(error instanceof SegmentDamage)) throw error
        this.#forget(live)
      }
    return result
  }

  /**
   * Writes what only memory has. `settledAt`: the journal's head where nothing can be ahead of the index any more; a long
   * reading is left to the next start.
   */
  async flush(settledAt: number | null = null): Promise<void> {
    const isShort = this.#waiting.size <= readFirst
    if (isShort) while (this.#waiting.size > 0) await this.work()
    await this.#seal()
    const inMemory = this.#segments.filter(({ name }) => name === null)
    if (inMemory.length > 0) await this.#merge(inMemory)
    const small = this.#segments.filter(
      live => live.name !== null && lengthOf(live) < Math.max(segmentLimit / 2, live.segment.length / 2),
    )
    if (small.length > mostSmall || small.some(live => lengthOf(live) < live.segment.length / 2)) {
      await this.#merge(thatFit(small))
    }
    if (this.#isStale) await this.#store()
    if (settledAt !== null && isShort && !this.#isStale && this.#segments.every(({ name }) => name !== null))
      await this.#files?.settle(settledAt).catch(() => {})
  }

  close(): void {
    for (const { segment } of this.#segments) segment.close()
  }

  *#take(): Generator<IndexedArticle> {
    let left = batchSize
    for (const article of this.#waiting) {
      if (left-- === 0) return
      this.#waiting.delete(article)
      yield article
    }
  }

  /** Makes a segment of what was read. A few texts stay in memory until the next flush; many are worth a file. */
  async #seal(): Promise<void> {
    const building = this.#building
    if (building.length === 0) return
    const bytes = encodeSegment(this.#builder.stream())
    this.#builder = new WordStreamBuilder()
    this.#building = []
    const live = await this.#keep(bytes, building.length > 500)
    for (const [document, { article, changed, version }] of building.entries())
      place(article, { segment: live, document, changed, version })
    this.#segments.push(live)
    this.#isStale = true
    if (live.name !== null) await this.#store()
    const inMemory = this.#segments.filter(({ name }) => name === null)
    if (inMemory.length > mostInMemory) await this.#merge(inMemory, false)
  }

  async #merge(merged: readonly LiveSegment[], onDisk = true): Promise<void> {
    const sources = merged.map(live => ({ live, segment: live.segment, kept: currentDocuments(live) }))
    const articles = sources.flatMap(({ live, kept }) => kept.map(document => live.articles[document]))
    const rest = this.#segments.filter(live => !merged.includes(live))
    try {
      if (articles.length > 0) {
        const live = await this.#keep(encodeSegment(mergeSegments(sources)), onDisk)
        for (const [document, article] of articles.entries())
          if (article?.place != null) place(article, { ...article.place, segment: live, document })
        rest.push(live)
      }
    } catch (error) {
      if (!(error instanceof SegmentDamage)) throw error
      for (const live of merged) this.#forget(live)
      return
    }
    this.#segments = rest
    const isStored = await this.#store()
    for (const { segment, name } of merged) {
      segment.close()
      if (name !== null && isStored) await this.#files?.removeSegment(name).catch(() => {})
    }
  }

  /** On disk if that is wanted and the disk has room; what memory keeps is written with the next flush. */
  async #keep(bytes: Uint8Array, onDisk: boolean): Promise<LiveSegment> {
    const written = onDisk ? await this.#files?.writeSegment(bytes).catch(() => null) : null
    const { name, segment } = written ?? { name: null, segment: new Segment(memorySource(bytes)) }
    return { name, segment, articles: new Array(segment.documents) }
  }

  async #store(): Promise<boolean> {
    const segments = this.#segments.flatMap(live =>
      live.name === null ? [] : [{ name: live.name, documents: rowsOf(live) }],
    )
    try {
      await this.#files?.writeIndex(segments)
      this.#isStale = false
      return true
    } catch {
      // A full disk costs a new reading at the next start, nothing else.
      return false
    }
  }

  /** Its articles are read anew. */
  #forget(live: LiveSegment): void {
    for (const article of live.articles) {
      if (article === undefined) continue
      article.place = null
      this.#waiting.add(article)
    }
    this.#segments = this.#segments.filter(other => other !== live)
    live.segment.close()
  }
}

/** The first of them that together stay under the limit of one segment. */
function thatFit(segments: readonly LiveSegment[]): LiveSegment[] {
  let length = 0
  return segments.filter(live => {
    length += lengthOf(live)
    return length <= segmentLimit
  })
}

/** Moves an article to its newest text. */
function place(article: IndexedArticle, to: NonNullable<IndexedArticle['place']>): void {
  if (article.place !== null) article.place.segment.articles[article.place.document] = undefined
  article.place = to
  to.segment.articles[to.document] = article
}
