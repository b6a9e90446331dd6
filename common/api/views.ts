import { z } from 'zod'
import { account, role } from '../domain/account'
import { article, revision, stage } from '../domain/article'
import { chips } from '../domain/chip'
import { commentAnchor, commentThread } from '../domain/comment'
import { accountId, articleId, blobHash, instant, portalId, revisionHash } from '../domain/ids'
import { job } from '../domain/job'
import { lineState, portal } from '../domain/portal'
import { publication } from '../domain/publication'
import { actions } from '../domain/workflow'
import { comparison, textRun } from './comparison'
import { textPiece } from './search'

/** Shapes main answers with, made for screens; records themselves are in `common/domain`. */

export const chip = z.enum(chips)

/** `YYYY-MM-DD` in Vietnam. */
const day = z.iso.date()

export const person = account.pick({
  id: true,
  name: true,
  signInName: true,
  roles: true,
  demo: true,
  active: true,
})
export type Person = z.infer<typeof person>

/** Why nothing can be written until the workspace is opened again (`StoreHealth`). */
export const readOnlyCause = z.enum(['write-failed', 'damaged', 'newer-version', 'fenced'])

export const workspaceView = z.strictObject({
  name: z.string(),
  demo: z.boolean(),
  /** No account yet: the first administrator has to be made. */
  empty: z.boolean(),
  /** What opening had to mend, or null. */
  recovered: z.strictObject({ tornBytes: z.int(), quarantine: z.string().nullable() }).nullable(),
  readOnly: readOnlyCause.nullable(),
})

export const sessionView = z.strictObject({
  account: person.nullable(),
  workspace: workspaceView,
  /** Sample commune only: accounts to sign in with by one click. */
  oneClick: z.array(person),
})
export type SessionView = z.infer<typeof sessionView>

export const articleRow = article
  .pick({
    id: true,
    kind: true,
    headline: true,
    category: true,
    stage: true,
    createdBy: true,
    changedAt: true,
    changed: true,
    pictures: true,
    words: true,
    claim: true,
    rescuedFrom: true,
  })
  .extend({
    chip,
    authorName: z.string(),
    own: z.boolean(),
    /** What an urgent decision about it still asks for, and until when; null when nothing. */
    urgent: z.strictObject({ state: z.enum(['due', 'late', 'refused']), until: instant }).nullable(),
    /** Levels that signed, of those that have to; null where there is one level. */
    levels: z.strictObject({ signed: z.int(), of: z.int(), next: z.string().nullable() }).nullable(),
  })
export type ArticleRow = z.infer<typeof articleRow>

/** A text that waits for a decision: since when, and who has taken it up. */
export const queueRow = articleRow.extend({ submittedAt: instant, holder: z.string().nullable() })
export type QueueRow = z.infer<typeof queueRow>

/** What an article list or a search is narrowed to; everything that is given has to be so. */
export const articleFilter = z.strictObject({
  chips: z.array(chip).optional(),
  stages: z.array(stage).optional(),
  kinds: z.array(z.string()).optional(),
  category: z.string().max(200).optional(),
  /** Made or written by this person. */
  person: accountId.optional(),
  /** Days in Vietnam of the last change, both included. */
  from: day.optional(),
  to: day.optional(),
  counter: z
    .enum([
      'returnedToMe',
      'waitingForMyReview',
      'waitingToPush',
      'urgent',
      'attention',
      'mentioned',
      'drafts',
      'all',
    ])
    .optional(),
})
export type ArticleFilter = z.infer<typeof articleFilter>

export const counters = z.strictObject({
  returnedToMe: z.int(),
  waitingForMyReview: z.int(),
  waitingToPush: z.int(),
  /** Before readers on an urgent decision, without the approval it asks for. */
  urgent: z.int(),
  attention: z.int(),
  /** Somebody names this person in a comment they have not seen. */
  mentioned: z.int(),
  drafts: z.int(),
  all: z.int(),
})
export type Counters = z.infer<typeof counters>

/** A problem kept beside something else: words come from the catalogues, parameters as text. */
export const problemNote = z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) })
export type ProblemNote = z.infer<typeof problemNote>

export const jobView = job.extend({
  /** Of `totalBytes`, as far as is known while it is under way. */
  sentBytes: z.int().nonnegative(),
  headline: z.string(),
  portalName: z.string(),
  /** The portal takes articles only from a person at its own forms. */
  byHand: z.boolean(),
  /** What somebody answered to an edit on the portal that this message's page shows. */
  theirs: publication.shape.theirs.unwrap().shape.way.nullable(),
  url: z.string().nullable(),
})
export type JobView = z.infer<typeof jobView>

export const articleView = z.strictObject({
  article,
  chip,
  people: z.record(z.string(), z.string()),
  revisions: z.array(revision),
  publications: z.array(publication),
  jobs: z.array(jobView),
  allowed: z.array(z.enum(actions)),
  /** As in the list. */
  urgent: articleRow.shape.urgent,
  levels: articleRow.shape.levels,
  /** The draft no longer equals the revision that was submitted or approved. */
  changedSinceRevision: z.boolean(),
  mayPublish: z.boolean(),
})
export type ArticleView = z.infer<typeof articleView>

/** Where a thread is now, at the version that comes with it; `orphan`: only its quote is left. */
export const commentPlace = z.union([commentAnchor, z.strictObject({ kind: z.literal('orphan') })])
export const threadView = commentThread.extend({ place: commentPlace, unread: z.int() })
export type ThreadView = z.infer<typeof threadView>
export const commentsView = z.strictObject({
  version: z.int().nonnegative(),
  /** In the order they began. */
  threads: z.array(threadView),
  unread: z.int(),
  people: z.record(z.string(), z.string()),
})
export type CommentsView = z.infer<typeof commentsView>

export const step = z.record(z.string(), z.unknown())

export const draftView = z.strictObject({
  article: articleId,
  schema: z.int(),
  version: z.int().nonnegative(),
  document: z.record(z.string(), z.unknown()),
  savedAt: instant.nullable(),
  /** Null when the caller may type here now; otherwise why not. */
  readOnly: z.enum(['frozen', 'not-permitted', 'newer-schema', 'unreadable', 'store']).nullable(),
})
export type DraftView = z.infer<typeof draftView>

export const draftSteps = z.strictObject({
  version: z.int().nonnegative(),
  steps: z.array(step),
  clients: z.array(z.string()),
})

/** What it is compared with: what readers see, the version before, or nothing. */
export const reviewComparison = comparison.extend({
  base: z.enum(['published', 'previous', 'none', 'unreadable']),
})
export type ReviewComparison = z.infer<typeof reviewComparison>

export const check = z.strictObject({
  level: z.enum(['must', 'should']),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Where to jump to: a field's key, or a position in the document, or the headline. */
  place: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('headline') }),
    z.strictObject({ kind: z.literal('body') }),
    z.strictObject({ kind: z.literal('field'), field: z.string() }),
    z.strictObject({ kind: z.literal('position'), position: z.int() }),
  ]),
})
export type Check = z.infer<typeof check>

/** A stretch (`from`, `to`: UTF-16) of a block of text; `nth` from 0 where several blocks read alike. */
export const textPlace = z.strictObject({
  text: z.string(),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  nth: z.number().int().min(0),
})
export type TextPlace = z.infer<typeof textPlace>

/**
 * What the proofreader says of a passage; `code` is its rule. The words it is about are marked among their neighbours. `place` is null
 * for what the page does not show as text (alternative texts, names of files).
 */
export const proofreadPassage = check
  .pick({ code: true, params: true })
  .extend({ quote: z.array(textPiece), place: textPlace.nullable() })
export type ProofreadPassage = z.infer<typeof proofreadPassage>

/** A part of an approved text whose stored bytes are no longer those that were approved. */
export const sealDamage = z.strictObject({
  kind: z.enum(['text', 'page', 'picture', 'file']),
  /** A file's name, or the number of a picture within the article. */
  name: z.string(),
  missing: z.boolean(),
  /** Words that differ, where the copy that is whole still tells. */
  runs: z.array(textRun),
})
export type SealDamage = z.infer<typeof sealDamage>

export const sealView = z.strictObject({
  valid: z.boolean(),
  reason: z.string().nullable(),
  reviewer: z.string(),
  at: instant,
  revision: revisionHash,
  html: blobHash,
  kid: z.string(),
  demo: z.boolean(),
  /** Levels that signed before, first to last; empty where there is one level. */
  earlier: z.array(
    z.strictObject({ level: z.string(), reviewer: z.string(), at: instant, valid: z.boolean() }),
  ),
  damage: z.array(sealDamage),
})

export const reviewView = z.strictObject({
  article: articleView,
  /** Path of the page as readers will see it, served by the host. */
  pagePath: z.string(),
  comparison: reviewComparison,
  checks: z.array(check),
  seal: sealView.nullable(),
})
export type ReviewView = z.infer<typeof reviewView>

/** Rows of what is ready that one answer carries: thousands may wait after an import. */
export const readyPageSize = 100

export const publishingView = z.strictObject({
  line: lineState,
  portals: z.array(portal),
  /** Approved, and not on the portal in this version, no job yet; one page of it. */
  ready: z.array(
    articleRow.extend({
      bytes: z.int(),
      files: z.int(),
      decision: z.enum(['publish', 'correct', 'confirm']),
    }),
  ),
  /** All of what is ready; the page begins behind `from` of it. */
  readyTotals: z.strictObject({ articles: z.int(), bytes: z.int(), from: z.int() }),
  active: z.array(jobView),
  finished: z.array(jobView),
  totals: z.strictObject({ articles: z.int(), bytes: z.int() }),
  /** Pages that somebody asked to have looked at again and that are still to come. */
  looking: z.int(),
  /** How long what waits will take at the pace of the last minute; null while nobody can say. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** Bytes a second that sending may take of the line; null: all of it. */
  capBytesPerSecond: z.int().positive().nullable(),
})
export type PublishingView = z.infer<typeof publishingView>

export const portalView = portal.extend({
  hasCredentials: z.boolean(),
  live: z.int(),
  /** Keys of our signers it does not know yet; it would refuse what they sign. */
  keysToSend: z.int(),
  publicUrl: z.string(),
})
export type PortalView = z.infer<typeof portalView>

export const auditEntry = z.strictObject({
  sequence: z.int(),
  hash: z.string(),
  at: instant,
  type: z.string(),
  actor: z.string().nullable(),
  actorName: z.string().nullable(),
  subject: z.string().nullable(),
  subjectName: z.string().nullable(),
  /** Where it was done; null in entries of older programs. */
  machine: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const media = z.strictObject({
  hash: blobHash,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
})
export type Media = z.infer<typeof media>

export const accountInput = z.strictObject({
  name: account.shape.name,
  signInName: account.shape.signInName,
  roles: z.array(role).min(1),
})

export const ids = { article: articleId, account: accountId, portal: portalId }
