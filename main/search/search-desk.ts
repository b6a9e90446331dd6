import { setImmediate } from 'node:timers/promises'
import type { Event } from '#common/api/events'
import type { SearchProgress, Snippet } from '#common/api/search'
import type { Article } from '#common/domain/article'
import type { Core } from '#main/core/capability'
import type { MediaRecord, NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'
import { openSearchLink, type SearchLink, type StartSearch } from './search-link'
import type { NotedArticles } from './search-messages'

/** The index is brought up to date this long after everything is loaded, when the first screens are there. */
const startAfterMs = 2_000
/** What is being typed is read again at most this often. */
const noteAfterMs = 1_000
/** Articles listed before other work gets its turn. */
const sliceSize = 2_000

export interface Ranks {
  /** Greater is better; 0 for an article that was not found. */
  of(article: string): number
  readonly progress: SearchProgress | null
}

/** Main's end of the search: tells the worker what there is and what changed, and asks it. */
export class SearchDesk {
  readonly #core: Core
  readonly #start: StartSearch
  /** Of the journal before anything changed in this session. */
  readonly #head: number
  readonly #numbers = new Map<string, number>()
  readonly #changed = new Set<string>()
  /** Files whose words were read since the worker was last told. */
  #texts: string[] = []
  #link: Promise<SearchLink> | null = null
  #startTimer: NodeJS.Timeout | null = null
  #noteTimer: NodeJS.Timeout | null = null
  #toldAt: SearchProgress | null = null
  #isTyped = false
  #isClosed = false

  constructor(core: Core, start: StartSearch) {
    this.#core = core
    this.#start = start
    this.#head = core.store.head.sequence
    void core.store.loaded.then(() => this.#startLater())
  }

  /** Every event of the newsroom, for what it says of articles. */
  heed(event: Event): void {
    if (event.kind === 'draft-changed') {
      this.#changed.add(event.article)
      this.#isTyped = true
    } else if (event.kind === 'articles-changed')
      for (const article of event.articles) this.#changed.add(article)
    if (this.#changed.size === 0 || this.#isClosed) return
    this.#noteTimer ??= setTimeout(() => void this.#noteChanged().catch(() => {}), noteAfterMs).unref()
  }

  /** Every commit, for the files whose words it brings. */
  heedChanges(changes: readonly Change<NewsroomCollections>[]): void {
    for (const change of changes)
      if (change.collection === 'media' && 'put' in change) this.#texts.push(...textPair(change.put))
  }

  async ranks(text: string): Promise<Ranks> {
    const { ranks, progress } = await this.#withLink(async link => link.ask({ kind: 'ranks', text }))
    return { of: article => ranks[this.#numbers.get(article) ?? -1] ?? 0, progress }
  }

  snippets(text: string, articles: readonly string[]): Promise<readonly Snippet[]> {
    return articles.length === 0
      ? Promise.resolve([])
      : this.#withLink(async link => link.ask({ kind: 'snippets', text, articles }))
  }

  /** Writes the index. Call when drafts and cards change no more; `head` of the journal then. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of [this.#startTimer, this.#noteTimer]) if (timer !== null) clearTimeout(timer)
    try {
      // Typing alone leaves no trace in the journal: the next start would take the stored index for the newest.
      if (this.#link === null && !this.#isTyped) return
      await this.#noteChanged()
      const link = await this.#opened()
      await link.ask({ kind: 'close', head: this.#core.store.head.sequence })
      await link.end()
    } catch {
      // The index is made anew from what there is; nobody waits for it now.
      await this.#link?.then(link => link.end()).catch(() => {})
    }
  }

  #startLater(): void {
    if (this.#isClosed) return
    this.#startTimer = setTimeout(() => void this.#opened().catch(() => {}), startAfterMs).unref()
  }

  /** Asks once more with a new worker when the first one died over it. */
  async #withLink<T>(ask: (link: SearchLink) => Promise<T>): Promise<T> {
    await this.#noteChanged()
    const link = await this.#opened()
    try {
      return await ask(link)
    } catch (error) {
      if (link.isAlive) throw error
      return ask(await this.#opened())
    }
  }

  async #opened(): Promise<SearchLink> {
    const current = await this.#link?.catch(() => null)
    if (current?.isAlive === true) return current
    this.#link = this.#open()
    return this.#link
  }

  async #open(): Promise<SearchLink> {
    const { store, announce } = this.#core
    await store.loaded
    const { directory, workspace, health } = store
    const persistent = health.kind === 'writable'
    const link = openSearchLink(
      this.#start({ directory, workspace, persistent, head: this.#head }),
      progress => {
        const wasBusy = this.#toldAt !== null
        this.#toldAt = progress
        if (wasBusy || progress !== null) announce({ kind: 'search-changed' })
      },
    )
    this.#texts = []
    link.texts([...store.all('media').values()].flatMap(textPair))
    let slice: Article[] = []
    for (const article of [...store.all('articles').values()]) {
      slice.push(article)
      if (slice.length < sliceSize) continue
      link.note(this.#noted(slice))
      slice = []
      await setImmediate()
    }
    link.note(this.#noted(slice))
    link.listed()
    return link
  }

  async #noteChanged(): Promise<void> {
    if (this.#noteTimer !== null) clearTimeout(this.#noteTimer)
    this.#noteTimer = null
    if (this.#changed.size === 0) return
    const link = await this.#opened()
    const articles = [...this.#changed].flatMap(id => this.#core.store.get('articles', id) ?? [])
    this.#changed.clear()
    if (this.#texts.length > 0) link.texts(this.#texts)
    this.#texts = []
    link.note(this.#noted(articles))
  }

  #noted(articles: readonly Article[]): NotedArticles {
    return {
      ids: articles.map(({ id }) => id).join(''),
      numbers: Uint32Array.from(articles, ({ id }) => this.#numberOf(id)),
      changed: Float64Array.from(articles, ({ changed }) => changed),
      settled: Uint8Array.from(articles, ({ stage }) => (stage === 'approved' || stage === 'spiked' ? 1 : 0)),
    }
  }

  #numberOf(article: string): number {
    const known = this.#numbers.get(article)
    if (known !== undefined) return known
    this.#numbers.set(article, this.#numbers.size)
    return this.#numbers.size - 1
  }
}

function textPair({ id, text }: MediaRecord): readonly string[] {
  return text === undefined || text === null ? [] : [id, text.hash]
}
