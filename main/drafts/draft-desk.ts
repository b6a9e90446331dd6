import type { Node } from 'prosemirror-model'
import { type Problem, problem } from '#common/api/problems/problem'
import { withoutSuggestions } from '#common/document/suggestions/settle'
import { summarize } from '#common/document/summary'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import type { AccountId, ArticleId } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import { decide } from '#common/domain/workflow'
import { auditEvent, type Core } from '#main/core/capability'
import { noteMedia, nothingShown, type ShownMedia, shownMedia } from '#main/media/note-media'
import { type AcceptedSteps, LiveDraft } from './live-draft'

/** Typing is synced at the latest this long after it was accepted; quality.md wants a second after the last key. */
const syncAfterMs = 400
/** The card (headline, word count) follows the text this long after the last step, not on every key. */
const cardAfterMs = 1_500

/** Every draft that is open in this process, with the timers that sync them. */
export class DraftDesk {
  readonly #core: Core
  readonly #drafts = new Map<ArticleId, Promise<Result<LiveDraft, Problem>>>()
  /** What the library knows of each open draft. */
  readonly #shown = new Map<ArticleId, ShownMedia>()
  readonly #timers = new Map<string, NodeJS.Timeout>()
  #closed = false

  constructor(core: Core) {
    this.#core = core
  }

  async open(id: ArticleId): Promise<Result<LiveDraft, Problem>> {
    const article = findArticle(this.#core, id)
    if (!article.ok) return article
    const known = this.#drafts.get(id)
    if (known !== undefined) return known
    const opening = this.#core.store.drafts.open(id).then(log => LiveDraft.load(log))
    this.#drafts.set(id, opening)
    // What could not be opened may be opened the next time: a disk comes back.
    const forget = () => void this.#drafts.delete(id)
    opening.then(
      draft =>
        draft.ok ? this.#shown.set(id, shownMedia(withoutSuggestions(draft.value.document))) : forget(),
      forget,
    )
    return opening
  }

  /**
   * Opens a draft for somebody who is about to change it. Who may is on record as an author, durably, before the first
   * word is accepted: no crash and no race leaves a text whose author could approve it (docs/workflow.md, W7).
   */
  async openFor(id: ArticleId, account: Account): Promise<Result<LiveDraft, Problem>> {
    const draft = await this.open(id)
    const article = findArticle(this.#core, id)
    if (!draft.ok || !article.ok) return draft
    const isNewAuthor = !article.value.authors.includes(account.id)
    if (isNewAuthor && decide('edit', article.value, account).ok)
      await this.updateCard(draft.value, account.id)
    return draft
  }

  /**
   * Accepts steps, tells the other windows, and sees to it that log and card follow. Steps that only suggest make
   * nobody an author (docs/workflow.md, W13).
   */
  async accept(
    draft: LiveDraft,
    version: number,
    accepted: AcceptedSteps,
    onlySuggests = false,
  ): Promise<Result<number, Problem>> {
    const { health } = this.#core.store
    if (health.kind !== 'writable') return refuse(problem('store-read-only', { cause: health.detail }))
    const written = draft.accept(version, accepted)
    if (!written.ok) return written
    const { article, version: reached } = draft
    await written.value
    this.#core.announce({ kind: 'draft-changed', article, version: reached })
    this.#later(`sync.${article}`, syncAfterMs, () => this.flush(draft))
    if (!onlySuggests)
      this.#later(`card.${article}`, cardAfterMs, () => this.updateCard(draft, accepted.account))
    return ok(reached)
  }

  /** Resolves when everything accepted is on the disk; only now may a screen say "Đã lưu". */
  async flush(draft: LiveDraft): Promise<{ readonly version: number; readonly savedAt: string }> {
    this.#cancel(`sync.${draft.article}`)
    const savedAt = instantNow(this.#core.environment)
    const version = await draft.sync(savedAt)
    this.#core.announce({ kind: 'draft-saved', article: draft.article, version, at: savedAt })
    return { version, savedAt }
  }

  /** Brings the article's card up to the text and notes who wrote it. */
  async updateCard(draft: LiveDraft, account: AccountId): Promise<void> {
    this.#cancel(`card.${draft.article}`)
    const current = this.#core.store.get('articles', draft.article)
    if (current === undefined) return
    const settled = withoutSuggestions(draft.document)
    const summary = summarize(settled)
    const media = this.#noteMedia(current, settled)
    const authors = current.authors.includes(account) ? current.authors : [...current.authors, account]
    if (authors === current.authors && sameSummary(current, summary)) {
      if (media.length === 0) return
      const event = auditEvent(this.#core, 'media.described', account, draft.article)
      await this.#core.store.commit({ event, changes: media })
      this.#core.announce({ kind: 'media-changed' })
      return
    }
    const event = auditEvent(this.#core, 'article.edited', account, draft.article, { version: draft.version })
    const changed = this.#core.store.head.sequence + 1
    const put: Article = { ...current, ...summary, authors, changedBy: account, changedAt: event.at, changed }
    await this.#core.store.commit({ event, changes: [{ collection: 'articles', put }, ...media] })
    this.#core.announce({ kind: 'articles-changed', articles: [draft.article] })
    if (media.length > 0) this.#core.announce({ kind: 'media-changed' })
  }

  /** What the library learns from the draft as it is now; it counts as known from here on. */
  #noteMedia(article: Article, document: Node): ReturnType<typeof noteMedia> {
    const before = this.#shown.get(article.id) ?? nothingShown
    const now = shownMedia(document)
    this.#shown.set(article.id, now)
    const about = { id: article.id, isFrozen: article.revision !== null }
    return noteMedia(hash => this.#core.store.get('media', hash), about, before, now)
  }

  /** Every draft is synced and closed, whatever happens to the others; rejects with the first failure. */
  async close(): Promise<void> {
    this.#closed = true
    const pending = [...this.#timers.keys()]
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    const closed = await Promise.allSettled(
      [...this.#drafts.values()].map(async opening => {
        const draft = await opening
        if (draft.ok) await this.#closeDraft(draft.value, pending.includes(`card.${draft.value.article}`))
      }),
    )
    this.#drafts.clear()
    this.#shown.clear()
    for (const result of closed) if (result.status === 'rejected') throw result.reason
  }

  async #closeDraft(draft: LiveDraft, isCardBehind: boolean): Promise<void> {
    const account = this.#core.store.get('articles', draft.article)?.changedBy
    try {
      if (account !== undefined && isCardBehind) await this.updateCard(draft, account)
    } finally {
      await draft.close()
    }
  }

  #later(key: string, delayMs: number, work: () => Promise<unknown>): void {
    // Not put off by later keys: who types without a pause is saved as often.
    if (this.#closed || this.#timers.has(key)) return
    const timer = setTimeout(() => {
      this.#timers.delete(key)
      // A disk that refuses has already turned the store read-only and told every window.
      work().catch(() => this.#core.announce({ kind: 'store-changed' }))
    }, delayMs)
    this.#timers.set(key, timer)
  }

  #cancel(key: string): void {
    clearTimeout(this.#timers.get(key))
    this.#timers.delete(key)
  }
}

function sameSummary(article: Article, summary: ReturnType<typeof summarize>): boolean {
  return Object.entries(summary).every(([key, value]) => Reflect.get(article, key) === value)
}

/** The article's card, or the problem every operation on a missing one answers with. */
export function findArticle(core: Core, id: string): Result<Article, Problem> {
  const article = core.store.get('articles', id)
  return article === undefined ? refuse(problem('article-not-found')) : ok(article)
}
