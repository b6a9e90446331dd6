import type { Article, Revision } from '#common/domain/article'
import { type Chip, chipOf } from '#common/domain/chip'
import { isUnfinished, type Job } from '#common/domain/job'
import type { Publication } from '#common/domain/publication'
import { fold } from '#common/vietnamese/fold'
import type { NewsroomStore } from '#main/core/capability'

/** Publications, jobs and revisions by article, made anew only when the journal has grown. */
export class ArticleIndex {
  readonly #store: NewsroomStore
  readonly #folded = new WeakMap<Article, string>()
  #sequence = -1
  #publications = new Map<string, Publication[]>()
  #jobs = new Map<string, Job[]>()
  #revisions = new Map<string, Revision[]>()
  #newestFirst: readonly Article[] = []

  constructor(store: NewsroomStore) {
    this.#store = store
  }

  newestFirst(): readonly Article[] {
    this.#refresh()
    return this.#newestFirst
  }

  publications(article: string): readonly Publication[] {
    this.#refresh()
    return this.#publications.get(article) ?? []
  }

  unfinishedJobs(article: string): readonly Job[] {
    return this.jobs(article).filter(job => isUnfinished(job.state))
  }

  /** Oldest first. */
  jobs(article: string): readonly Job[] {
    this.#refresh()
    return this.#jobs.get(article) ?? []
  }

  /** Oldest first. */
  revisions(article: string): readonly Revision[] {
    this.#refresh()
    return this.#revisions.get(article) ?? []
  }

  chip(article: Article): Chip {
    return chipOf(article, this.publications(article.id), this.unfinishedJobs(article.id))
  }

  /** Headline and lead folded for search; kept as long as the record is. */
  folded(article: Article): string {
    let text = this.#folded.get(article)
    if (text === undefined) {
      text = fold(`${article.headline} ${article.lead}`)
      this.#folded.set(article, text)
    }
    return text
  }

  #refresh(): void {
    const { sequence } = this.#store.head
    if (sequence === this.#sequence) return
    this.#sequence = sequence
    this.#newestFirst = [...this.#store.all('articles').values()].sort((a, b) => b.changed - a.changed)
    this.#publications = groupByArticle(this.#store.all('publications').values())
    this.#jobs = groupByArticle([...this.#store.all('jobs').values()].sort((a, b) => a.queued - b.queued))
    this.#revisions = groupByArticle(
      [...this.#store.all('revisions').values()].sort((a, b) => a.number - b.number),
    )
  }
}

function groupByArticle<T extends { readonly article: string }>(records: Iterable<T>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const record of records) {
    const group = groups.get(record.article)
    if (group === undefined) groups.set(record.article, [record])
    else group.push(record)
  }
  return groups
}
