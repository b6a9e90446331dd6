import type { Output, ParsedInput } from '#common/api/contract'
import type { ArticleFilter, ArticleRow, Counters } from '#common/api/views'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import type { Chip } from '#common/domain/chip'
import { namesUnseen, readingId } from '#common/domain/comment'
import type { ArticleId } from '#common/domain/ids'
import { isUnfinished } from '#common/domain/job'
import { openUrgent, urgentState } from '#common/domain/urgent'
import { startOfDay } from '#common/domain/vietnam-time'
import { decide, nextLevel, routeOf } from '#common/domain/workflow'
import { nameOf } from '#main/accounts/people'
import type { Core } from '#main/core/capability'
import type { ArticleIndex, Entry } from './article-index'

type Query = ParsedInput<'articles.list'>
type Counter = keyof Counters

export function listArticles(
  core: Core,
  index: ArticleIndex,
  query: Query,
  account: Account,
): Output<'articles.list'> {
  const all = index.entries()
  const nowMs = core.environment.now()
  const mentioning = articlesMentioning(core, account)
  const passes = passesFilter(query, account, nowMs, mentioning)
  const counters: Counters = {
    returnedToMe: 0,
    waitingForMyReview: 0,
    waitingToPush: 0,
    urgent: 0,
    attention: 0,
    mentioned: 0,
    drafts: 0,
    all: all.length,
  }
  const rows: ArticleRow[] = []
  let total = 0
  for (const entry of all) {
    if (isAtRest(entry, mentioning)) {
      if (!passes(entry)) continue
    } else {
      const memberships = countersOf(entry, account, nowMs, mentioning)
      for (const counter of memberships) counters[counter] += 1
      if (!passes(entry, memberships)) continue
    }
    if (total >= query.offset && rows.length < query.limit)
      rows.push(toRow(core, index, entry.article, account))
    total += 1
  }
  return { rows, total, counters }
}

/** Articles in whose comments somebody names a person, who has not seen it. */
export type Mentioning = ReadonlySet<ArticleId>

export function articlesMentioning({ store }: Pick<Core, 'store'>, { id }: Account): Mentioning {
  const found = new Set<ArticleId>()
  for (const thread of store.all('threads').values()) {
    if (!thread.comments.some(({ mentions }) => mentions.includes(id))) continue
    const reading = store.get('readings', readingId(id, thread.article))
    if (namesUnseen(thread, reading, id)) found.add(thread.article)
  }
  return found
}

/** Whether an article is what a list or a search is narrowed to. */
export function passesFilter(
  filter: ArticleFilter,
  account: Account,
  nowMs: number,
  mentioning: Mentioning,
): (entry: Entry, memberships?: readonly Counter[]) => boolean {
  const { chips, stages, kinds, category, person, counter } = filter
  const from = filter.from === undefined ? undefined : startOfDay(filter.from)
  const before = filter.to === undefined ? undefined : startOfDay(filter.to, 1)
  return (entry, memberships) => {
    const { article, chip } = entry
    if (counter !== undefined && counter !== 'all') {
      if (isAtRest(entry, mentioning)) return false
      if (!(memberships ?? countersOf(entry, account, nowMs, mentioning)).includes(counter)) return false
    }
    if (stages !== undefined && !stages.includes(article.stage)) return false
    if (kinds !== undefined && !kinds.includes(article.kind)) return false
    if (chips !== undefined && !chips.includes(chip)) return false
    if (category !== undefined && article.category !== category) return false
    if (person !== undefined && article.createdBy !== person && !article.authors.includes(person))
      return false
    if (from !== undefined && article.changedAt < from) return false
    return before === undefined || article.changedAt < before
  }
}

export function toRow(
  core: Core,
  index: Pick<ArticleIndex, 'chip' | 'publications' | 'unfinishedJobs'>,
  article: Article,
  account: Account,
): ArticleRow {
  const { id, kind, headline, category, stage, createdBy, changedAt, changed, pictures, words, claim } =
    article
  const own = createdBy === account.id || article.authors.includes(account.id)
  return {
    id,
    kind,
    headline,
    category,
    stage,
    createdBy,
    changedAt,
    changed,
    pictures,
    words,
    claim,
    chip: index.chip(article),
    authorName: nameOf(core, createdBy),
    own,
    urgent: urgentOf(core, index, article),
    levels: levelsOf(article),
    ...(article.rescuedFrom === undefined ? {} : { rescuedFrom: article.rescuedFrom }),
  }
}

/** What an urgent decision still asks for; null when nothing. */
export function urgentOf(
  core: Core,
  index: Pick<ArticleIndex, 'publications' | 'unfinishedJobs'>,
  article: Article,
): ArticleRow['urgent'] {
  const open = openUrgent(article)
  if (open === null) return null
  const isOnItsWay = index.unfinishedJobs(article.id).some(({ revision }) => revision === open.revision)
  const publications = index.publications(article.id)
  const state = urgentState(article, publications, isOnItsWay, core.environment.now())
  return state === null ? null : { state, until: open.until }
}

/** How far the signatures are; null where one is enough. */
export function levelsOf(article: Article): ArticleRow['levels'] {
  const { levels } = routeOf(article)
  if (levels.length === 1) return null
  const isDone = article.stage === 'approved'
  const signed = isDone ? levels.length : (article.signed?.length ?? 0)
  return { signed, of: levels.length, next: isDone ? null : (nextLevel(article)?.name ?? null) }
}

/** Readers have it, or it was given up, and nobody asks: no counter but that of all articles counts it. Most articles of a workspace. */
function isAtRest({ article, chip }: Entry, mentioning: Mentioning): boolean {
  if (openUrgent(article) !== null || mentioning.has(article.id)) return false
  return (article.stage === 'approved' || article.stage === 'spiked') && !waitingChips.has(chip)
}

const waitingChips: ReadonlySet<Chip> = new Set<Chip>(['approved', 'waiting', 'attention'])

/** Which of the desk's counters an article is counted in, beside that of all; the same rule counts and filters. */
function countersOf(
  entry: Entry,
  account: Account,
  nowMs: number,
  mentioning: Mentioning,
): readonly Counter[] {
  const { article, chip } = entry
  const own = article.createdBy === account.id || article.authors.includes(account.id)
  const counters: Counter[] = []
  if (article.stage === 'returned' && own) counters.push('returnedToMe')
  if (decide('approve', article, account).ok) counters.push('waitingForMyReview')
  if (chip === 'approved' || chip === 'waiting') counters.push('waitingToPush')
  if (isUrgent(entry, nowMs)) counters.push('urgent')
  if (chip === 'attention') counters.push('attention')
  if (mentioning.has(article.id)) counters.push('mentioned')
  if (article.stage === 'draft' && own && article.past === undefined) counters.push('drafts')
  return counters
}

function isUrgent({ article, publications, jobs }: Entry, nowMs: number): boolean {
  const open = openUrgent(article)
  if (open === null) return false
  const isOnItsWay = jobs.some(({ state, revision }) => isUnfinished(state) && revision === open.revision)
  return urgentState(article, publications, isOnItsWay, nowMs) !== null
}
