import { isUnfinished, type Job } from '#common/domain/job'
import { publicationId } from '#common/domain/publication'
import type { NewsroomStore } from '#main/core/capability'

/** The unfinished jobs, oldest decision first. Records stay in the store; this only remembers where to look. */
export class JobQueue {
  readonly #store: NewsroomStore
  readonly #order = new Set<Job['id']>()
  readonly #first = new Set<Job['id']>()
  readonly #byPublication = new Map<string, Set<Job['id']>>()
  /** The collection is read in the background when the workspace opens, so not before somebody asks. */
  #isFilled = false

  constructor(store: NewsroomStore) {
    this.#store = store
  }

  /** Called with every job that is queued, in the order of the decisions. */
  add(job: Job): void {
    this.#fill()
    this.#remember(job)
  }

  #fill(): void {
    if (this.#isFilled) return
    this.#isFilled = true
    const jobs = [...this.#store.all('jobs').values()].filter(job => isUnfinished(job.state))
    for (const job of jobs.sort((a, b) => a.queued - b.queued)) this.#remember(job)
  }

  #remember(job: Job): void {
    this.#order.add(job.id)
    if (job.first === true) this.#first.add(job.id)
    const id = publicationId(job.portal, job.article)
    const siblings = this.#byPublication.get(id)
    if (siblings === undefined) this.#byPublication.set(id, new Set([job.id]))
    else siblings.add(job.id)
  }

  /** Those a person put first, then the others by age. */
  *unfinished(): Iterable<Job> {
    this.#fill()
    yield* this.#read(this.#first)
    for (const job of this.#read(this.#order)) if (job.first !== true) yield job
  }

  /** Unfinished jobs about one article on one portal. */
  of(portal: string, article: string): Job[] {
    this.#fill()
    return [...this.#read(this.#byPublication.get(publicationId(portal, article)) ?? new Set())]
  }

  *#read(ids: ReadonlySet<Job['id']>): Iterable<Job> {
    for (const id of ids) {
      const job = this.#store.get('jobs', id)
      if (job !== undefined && isUnfinished(job.state)) yield job
      else this.#forget(id, job)
    }
  }

  #forget(id: Job['id'], job: Job | undefined): void {
    this.#order.delete(id)
    this.#first.delete(id)
    if (job === undefined) return
    const publication = publicationId(job.portal, job.article)
    const siblings = this.#byPublication.get(publication)
    siblings?.delete(id)
    if (siblings?.size === 0) this.#byPublication.delete(publication)
  }
}
