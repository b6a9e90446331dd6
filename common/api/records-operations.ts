import { z } from 'zod'
import { accountId, articleId, blobHash, instant } from '../domain/ids'
import { nothing, operation } from './operation'
import { auditEntry } from './views'

/** Everything but where to begin; instants inclusive at the start, exclusive at the end. */
const auditFilter = z.strictObject({
  subject: z.string().max(60).optional(),
  type: z.string().max(60).optional(),
  actor: accountId.optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** Name of the machine. */
  machine: z.string().max(255).optional(),
  /** Words anywhere in an entry, marks and case aside: names, subject, details, number, hash. */
  text: z.string().trim().min(1).max(200).optional(),
  /** Types whose name on the screen holds `text`, since only the screen knows them. */
  textTypes: z.array(z.string().max(60)).max(200).optional(),
})

/** What became of the comparison with what one portal holds of our journal. */
const checkpointCheck = z.strictObject({
  portal: z.string(),
  /** `none`: nothing pushed there yet. `cut`: ours ends before it. `altered`: another record stands there. */
  state: z.enum(['match', 'cut', 'altered', 'foreign', 'none', 'unsupported', 'no-answer']),
  /** Of the checkpoint that decided it. */
  sequence: z.int().nullable(),
  at: instant.nullable(),
})

export const journalVerdict = z.strictObject({
  at: instant,
  ok: z.boolean(),
  records: z.int(),
  blobs: z.int(),
  firstBad: z.string().nullable(),
  checkpoints: z.array(checkpointCheck),
})
export type JournalVerdict = z.infer<typeof journalVerdict>

/** What an inspection pack is about. Of a period: what was approved or published in it; the end is exclusive. */
const inspectionScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('articles'), articles: z.array(articleId).min(1).max(1_000) }),
  z.strictObject({ kind: z.literal('period'), from: instant, to: instant }),
])
export type InspectionScope = z.infer<typeof inspectionScope>

export const recordsOperations = {
  'audit.list': operation(
    'audit.read',
    auditFilter.extend({
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ entries: z.array(auditEntry) }),
  ),
  /** The newest 20,000 entries that match, for a spreadsheet. */
  'audit.export': operation(
    'audit.read',
    auditFilter.extend({ format: z.enum(['csv', 'xlsx']) }),
    z.strictObject({
      fileName: z.string(),
      mediaType: z.string(),
      base64: z.base64(),
      entries: z.int(),
    }),
  ),
  /** Reads the store back and asks every portal what it holds of our journal. */
  'store.verify': operation('signed-in', nothing, journalVerdict),
  /** The newest answer of `store.verify` since the program started; null before the first. */
  'store.verdict': operation('signed-in', nothing, z.strictObject({ verdict: journalVerdict.nullable() })),
  /** Of the key that signs packs and checkpoints, for comparing with what a pack shows; null before its first use. */
  'audit.workstationKey': operation(
    'signed-in',
    nothing,
    z.strictObject({ fingerprint: z.string().nullable() }),
  ),
  /** What a pack would hold, before anybody makes it. */
  'inspection.preview': operation(
    'audit.read',
    z.strictObject({ scope: inspectionScope }),
    z.strictObject({
      articles: z.int(),
      /** Of the first hundred. */
      headlines: z.array(z.string()),
      revisions: z.int(),
      approvals: z.int(),
      pushes: z.int(),
      comments: z.int(),
      /** Names that stand in it. */
      people: z.array(z.string()),
    }),
  ),
  /** Writes the pack as one zip into `folder`; progress and stopping as of every task of the store. */
  'inspection.make': operation(
    'audit.read',
    z.strictObject({
      scope: inspectionScope,
      comments: z.boolean(),
      folder: z.string().trim().min(1).max(1_000),
    }),
    z.strictObject({
      path: z.string(),
      articles: z.int(),
      approvals: z.int(),
      bytes: z.int(),
      sha256: blobHash,
    }),
  ),
} as const
