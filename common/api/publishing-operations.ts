import { z } from 'zod'
import { articleId, blobHash, instant, jobId, portalId } from '../domain/ids'
import { lineState, portal, portalHints } from '../domain/portal'
import { goneNotice, publication } from '../domain/publication'
import { comparison } from './comparison'
import { handSheet } from './hand-sheet'
import { nothing, operation } from './operation'
import { pollResult } from './portal-api'
import * as view from './views'

const note = z.string().trim().max(2_000)
/** A web address, or the path of a folder on this machine. */
const address = z.string().trim().min(1).max(500)
const onArticle = z.strictObject({ article: articleId })
const onPage = onArticle.extend({ portal: portalId })

/** The queue to the portals, what can be decided after publication, the line, and the portals themselves. */
export const publishingOperations = {
  /** What is ready comes a page at a time, behind the first `readyFrom`; every other operation answers with the first page. */
  'publishing.read': operation(
    'article.read',
    z.strictObject({ readyFrom: z.int().nonnegative().optional() }),
    view.publishingView,
  ),
  /** Queues the named articles, or everything that is ready. Works without a line. */
  'publishing.push': operation(
    'article.publish',
    z.strictObject({ articles: z.array(articleId).max(1_000).optional(), scheduledFor: instant.optional() }),
    z.strictObject({
      queued: z.int(),
      /** What was queued, to be called back while it has not left. */
      jobs: z.array(jobId),
      /** What could not be queued and why; the others went. When nothing could, the answer is the first problem. */
      left: z.array(z.strictObject({ article: articleId, headline: z.string(), problem: view.problemNote })),
      publishing: view.publishingView,
    }),
  ),
  'publishing.correct': operation('article.publish', onArticle.extend({ notice: note }), view.publishingView),
  'publishing.takeDown': operation(
    'article.publish',
    /** `notice`: what readers are told in its place; absent: it is gone without a word. */
    onArticle.extend({
      reason: note,
      notice: z.strictObject({ kind: goneNotice.shape.kind, text: note.min(1) }).optional(),
    }),
    view.publishingView,
  ),
  'publishing.expire': operation('article.publish', onArticle, view.publishingView),
  /** Calls unsent jobs back; those that have left meanwhile go on. Refused when none could be called back. */
  'publishing.cancel': operation(
    'article.publish',
    z.strictObject({ jobs: z.array(jobId).min(1).max(1_000) }),
    view.publishingView,
  ),
  /** Keeps unsent jobs back, or lets them go on. */
  'publishing.hold': operation(
    'article.publish',
    z.strictObject({ jobs: z.array(jobId).min(1).max(1_000), held: z.boolean() }),
    view.publishingView,
  ),
  /** Sends these before the others. */
  'publishing.first': operation(
    'article.publish',
    z.strictObject({ jobs: z.array(jobId).min(1).max(1_000) }),
    view.publishingView,
  ),
  'publishing.retry': operation('article.publish', z.strictObject({ job: jobId }), view.publishingView),
  /** What to copy to a portal that takes articles only by hand; only readers' page tells from then on what is there. */
  'publishing.handSheet': operation('article.publish', z.strictObject({ job: jobId }), handSheet),
  /** Says where readers find it now; null: nothing was put there, and it waits again. */
  'publishing.handOver': operation(
    'article.publish',
    z.strictObject({
      job: jobId,
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .nullable(),
    }),
    view.publishingView,
  ),
  /** What somebody changed on the portal, beside what was approved; asks the portal now. */
  'publishing.drift': operation(
    'article.read',
    onPage,
    z.strictObject({
      comparison,
      headline: z.string(),
      portalName: z.string(),
      url: z.string().nullable(),
      seen: blobHash,
      /** Pictures somebody put there, which the newsroom does not have. */
      lostPictures: z.int().nonnegative(),
      theirs: publication.shape.theirs.unwrap().nullable(),
    }),
  ),
  /** The draft becomes what the portal shows; it goes through review like any text. */
  'publishing.takeTheirs': operation('article.read', onPage.extend({ seen: blobHash }), nothing),
  /** The approved text goes there again, in the place of exactly what was seen. */
  'publishing.pushOurs': operation('article.publish', onPage.extend({ seen: blobHash }), nothing),
  /** It stays as it is on the portal, on record. */
  'publishing.leaveTheirs': operation('article.publish', onPage.extend({ seen: blobHash }), nothing),
  /** Looks at every page of ours again, one after the other, when nothing else is to be sent. */
  'publishing.readBackAll': operation('article.publish', nothing, view.publishingView),
  'publishing.readBackCancel': operation('article.publish', nothing, view.publishingView),
  /** Reads the public page again as an anonymous reader and stores the verdict. */
  'publishing.readBack': operation('article.read', onArticle, view.publishingView),
  /** Resolves when nothing more can move now: the queue is empty, or it waits for the line or a date. */
  'publishing.drain': operation(
    'article.publish',
    z.strictObject({ timeoutMs: z.int().min(0).max(600_000) }),
    view.publishingView,
  ),

  /** What readers answered to the article's poll, asked of each portal it is on. */
  'polls.results': operation(
    'article.read',
    onArticle,
    z.strictObject({
      results: z.array(z.strictObject({ portal: portalId, name: z.string(), poll: pollResult })),
    }),
  ),

  'line.read': operation('signed-in', nothing, lineState),
  'line.setOffline': operation('signed-in', z.strictObject({ offline: z.boolean() }), lineState),

  'line.setCap': operation(
    'portal.manage',
    z.strictObject({ bytesPerSecond: z.int().min(4_000).max(1_000_000_000).nullable() }),
    view.publishingView,
  ),

  'portals.list': operation('signed-in', nothing, z.strictObject({ portals: z.array(view.portalView) })),
  'portals.detect': operation(
    'portal.manage',
    z.strictObject({ url: address, byHand: z.literal(true).optional() }),
    z.strictObject({
      /** As it is kept: of a folder's path, its `file:` address. */
      url: portal.shape.url,
      name: z.string(),
      kind: portal.shape.kind,
      acceptsDemoKeys: z.boolean(),
      hints: z.array(z.enum(portalHints)),
    }),
  ),
  'portals.connect': operation(
    'portal.manage',
    z.strictObject({
      url: address,
      name: portal.shape.name,
      /** A folder and a portal by hand have none. */
      publishToken: z.string().min(8).max(500).optional(),
      adminToken: z.string().max(500).optional(),
      byHand: z.literal(true).optional(),
      publicUrl: portal.shape.publicUrl,
    }),
    view.portalView,
  ),
  /** Tells a connected portal of every signer's key again; the admin token is used once and kept nowhere. */
  'portals.sendKeys': operation(
    'portal.manage',
    z.strictObject({ portal: portalId, adminToken: z.string().trim().min(8).max(500) }),
    view.portalView,
  ),
  /**
   * Reaches the portal, proves the credentials, writes a test item no reader sees, reads it back, and removes it where the
   * portal can; then reloads categories. Stops at the first step that fails.
   */
  'portals.test': operation(
    'portal.manage',
    z.strictObject({ portal: portalId }),
    z.strictObject({
      portal: view.portalView,
      steps: z.array(
        z.strictObject({
          step: z.enum(['reach', 'authorise', 'write', 'read', 'remove']),
          ok: z.boolean(),
          problem: view.problemNote.nullable(),
        }),
      ),
    }),
  ),
  /** Where each category of ours goes on that portal; unnamed ones keep their own name. */
  'portals.mapCategories': operation(
    'portal.manage',
    z.strictObject({ portal: portalId, map: portal.shape.categoryMap.unwrap() }),
    view.portalView,
  ),
  /** Makes a category of ours on a portal that lets us, or finds its namesake there, and maps ours to it. */
  'portals.addCategory': operation(
    'portal.manage',
    z.strictObject({ portal: portalId, category: z.string().min(1).max(100) }),
    view.portalView,
  ),
  'portals.disconnect': operation('portal.manage', z.strictObject({ portal: portalId }), nothing),
} as const
