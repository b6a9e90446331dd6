import { checkDocument } from '#common/document/check'
import { revisionBody } from '#common/document/revision-body'
import type { Article, Revision } from '#common/domain/article'
import type {
  PackApproval,
  PackArticle,
  PackEntry,
  PackPush,
  PackRevision,
  PackThread,
  PackUrgent,
} from '#common/domain/inspection-pack'
import { publicationId } from '#common/domain/publication'
import { slug } from '#common/vietnamese/slug'
import type { NewsroomStore } from '#main/core/capability'
import { BlobError } from '#main/store/blobs/blob-store'
import type { JournalEntry } from '#main/store/store'
import { comparisonHtml } from '../approval-file/comparison-html'
import { compareDocuments } from '../review/comparison/compare-documents'

export interface Gathering {
  readonly store: NewsroomStore
  /** What the journal says of this article, oldest first. */
  readonly entries: readonly JournalEntry[]
  /** Comments are personal: they come along only where somebody asked for them. */
  readonly comments: boolean
}

/** Everything a pack says about one article, from stored bytes; `number` is its place in the pack. */
export async function gatherArticle(
  { store, entries, comments }: Gathering,
  card: Article,
  number: number,
): Promise<PackArticle> {
  const { id, kind, headline, stage, authors } = card
  return {
    id,
    kind,
    headline,
    stage,
    folder: `bai/${String(number).padStart(3, '0')}-${slug(headline).slice(0, 50) || 'bai'}`,
    authors,
    revisions: await revisionsOf(store, card),
    approvals: approvalsOf(store, card),
    urgent: urgentOf(store, card),
    pushes: pushesOf(store, card),
    threads: comments ? threadsOf(store, card) : [],
    entries: entries.map(toEntry),
  }
}

/** Those that were submitted: what a person kept for themselves was never put before anybody. */
async function revisionsOf(store: NewsroomStore, { id }: Article): Promise<PackRevision[]> {
  const submitted = [...store.all('revisions').values()]
    .filter(({ article, origin }) => article === id && origin === undefined)
    .sort((a, b) => a.number - b.number)
  const found: PackRevision[] = []
  for (const revision of submitted) {
    const { number, hash, html, rendererVersion, by, at, authors } = revision
    const [body, page] = [await textOf(store, hash), await textOf(store, html)]
    const before = found.at(-1)?.body ?? null
    const changes = body === null || before === null ? null : changesBetween(before, body)
    found.push({ number, hash, html, rendererVersion, by, at, authors, body, page, changes })
  }
  return found
}

/** Null when this program no longer reads one of them; their bytes are in the pack all the same. */
function changesBetween(before: string, after: string): string | null {
  const [from, to] = [before, after].map(text => checkDocument(revisionBody.parse(JSON.parse(text)).document))
  return from?.ok && to?.ok ? comparisonHtml(compareDocuments(from.value, to.value)) : null
}

/** Null when the bytes are gone or no longer what their name says. */
async function textOf(
  store: NewsroomStore,
  hash: Revision['hash'] | Revision['html'],
): Promise<string | null> {
  try {
    return Buffer.from(await store.blobs.read(hash as Revision['html'])).toString('utf8')
  } catch (error) {
    if (error instanceof BlobError) return null
    throw error
  }
}

function approvalsOf(store: NewsroomStore, card: Article): PackApproval[] {
  return [...store.all('approvals').values()]
    .filter(({ article }) => article === card.id)
    .sort((a, b) => a.number - b.number || a.at.localeCompare(b.at))
    .map(({ number, by, at, revision, html, seal, exchange }) => ({
      number,
      by,
      at,
      revision,
      html,
      seal,
      byFile: exchange !== null,
    }))
}

function urgentOf(store: NewsroomStore, { id, urgent }: Article): PackUrgent | null {
  if (urgent === undefined || urgent === null) return null
  const { by, at, revision, html, seal, reason, until } = urgent
  const number = [...store.all('revisions').values()].findLast(
    known => known.article === id && known.hash === revision,
  )?.number
  return { number: number ?? 0, by, at, revision, html, seal, reason, until }
}

function pushesOf(store: NewsroomStore, card: Article): PackPush[] {
  return [...store.all('jobs').values()]
    .filter(({ article }) => article === card.id)
    .sort((a, b) => a.queued - b.queued)
    .map(job => ({
      portal: store.get('portals', job.portal)?.name ?? job.portal,
      url: store.get('publications', publicationId(job.portal, job.article))?.url ?? null,
      decision: job.decision,
      sequence: job.sequence,
      key: job.key,
      revision: job.revision,
      payload: job.payload,
      state: job.state,
      queuedBy: job.queuedBy,
      queuedAt: job.queuedAt,
      finishedAt: job.finishedAt,
      readBack: job.readBack,
    }))
}

function threadsOf(store: NewsroomStore, card: Article): PackThread[] {
  return [...store.all('threads').values()]
    .filter(({ article }) => article === card.id)
    .map(({ quote, resolved, comments }) => ({
      quote,
      resolved,
      comments: comments.map(({ by, at, text }) => ({ by, at, text })),
    }))
}

/** What an inspector needs to follow a decision; anything else in an entry stays in the newsroom. */
const shownDetails = [
  'number',
  'reason',
  'note',
  'revision',
  'html',
  'decision',
  'sequence',
  'notice',
  'name',
]

function toEntry({ position, event }: JournalEntry): PackEntry {
  const details = Object.entries(event.details).filter(
    (entry): entry is [string, string | number] =>
      shownDetails.includes(entry[0]) && (typeof entry[1] === 'string' || typeof entry[1] === 'number'),
  )
  return {
    ...position,
    at: event.at,
    type: event.type,
    actor: event.actor,
    machine: event.machine ?? null,
    details: Object.fromEntries(details),
  }
}
