import { z } from 'zod'
import { articleId, instant } from '../domain/ids'
import { nothing, operation } from './operation'
import { problemNote, readOnlyCause } from './views'

const folder = z.string().trim().min(1).max(1_000)
const backupName = z.string().max(60)

/** What is being done to the workspace as a whole; one thing at a time. */
export const safekeepingTask = z.strictObject({
  kind: z.enum(['backup', 'restore', 'export', 'inspect', 'collect', 'verify']),
  /** Where it stands, as the catalogues name it; `copying` 120 of 400. */
  phase: z.enum([
    'starting',
    'copying',
    'reading',
    'opening',
    'tidying',
    'writing',
    'records',
    'blobs',
    'drafts',
  ]),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
})
export type SafekeepingTask = z.infer<typeof safekeepingTask>

/** A backup as people choose between them. */
export const backupView = z.strictObject({
  name: backupName,
  at: instant,
  title: z.string(),
  demo: z.boolean(),
  /** Of this newsroom, not of another that shares the stick. */
  own: z.boolean(),
  articles: z.int(),
  revisions: z.int(),
  bytes: z.int(),
  /** Every byte was read back, not only the new ones. */
  thorough: z.boolean(),
  /** Files that were already damaged in the workspace. */
  leftOut: z.int(),
})
export type BackupView = z.infer<typeof backupView>

export const backupSettings = z.strictObject({ folder: folder.nullable(), daily: z.boolean() })
export type BackupSettings = z.infer<typeof backupSettings>

export const verification = z.strictObject({
  at: instant,
  ok: z.boolean(),
  records: z.int(),
  blobs: z.int(),
  firstBad: z
    .strictObject({ file: z.string(), offset: z.int(), sequence: z.int().nullable(), reason: z.string() })
    .nullable(),
})
export type Verification = z.infer<typeof verification>

/** Everything the page "Kho dữ liệu" and the bands say about the workspace. */
export const safekeepingView = z.strictObject({
  directory: z.string(),
  /** Null while everything can be written. */
  readOnly: z
    .strictObject({
      cause: readOnlyCause,
      detail: z.string(),
    })
    .nullable(),
  /** What the last opening found and mended. */
  recovery: z.strictObject({
    tornBytes: z.int(),
    quarantine: z.string().nullable(),
    checkpoint: z.enum(['newest', 'previous', 'journal']),
  }),
  checkpointFailure: z.string().nullable(),
  place: z.strictObject({ kind: z.enum(['network', 'cloud']), name: z.string() }).nullable(),
  space: z.strictObject({
    freeBytes: z.int().nullable(),
    /** `low`: a warning; `short`: uploads are refused; `reserve`: only what was kept aside is left. */
    level: z.enum(['enough', 'low', 'short', 'reserve']),
  }),
  backup: backupSettings.extend({
    last: backupView.extend({ folder: z.string() }).nullable(),
    failed: z.strictObject({ at: instant, problem: problemNote }).nullable(),
    /** The newest backup is older than it should be. */
    overdue: z.boolean(),
  }),
  verification: verification.nullable(),
  task: safekeepingTask.nullable(),
})
export type SafekeepingView = z.infer<typeof safekeepingView>

/** The contract's slice about keeping a workspace safe. */
export const safekeepingOperations = {
  'safekeeping.read': operation('signed-in', nothing, safekeepingView),
  /** Stops the backup, restore or export under way; what was there before stays. */
  'safekeeping.cancel': operation('signed-in', nothing, safekeepingView),
  /** Reads everything back, as `store.verify`, and keeps the verdict on the page; the first bad record is named. */
  'safekeeping.verify': operation('signed-in', nothing, verification),
  /**
   * Folders of this machine, to choose one from; null lists where to begin (own folder, sticks). As `backups.list` open to
   * anyone while nobody's own newsroom is here, for a backup to begin with; then to who is signed in.
   */
  'safekeeping.folders': operation(
    'anyone',
    z.strictObject({ path: folder.nullable() }),
    z.strictObject({
      path: z.string().nullable(),
      parent: z.string().nullable(),
      folders: z.array(z.strictObject({ name: z.string(), path: z.string() })),
      freeBytes: z.int().nullable(),
    }),
  ),
  'backups.configure': operation('account.manage', backupSettings, safekeepingView),
  /** Resolves when the copy was opened and counts, or with why it does not. */
  'backups.make': operation('account.manage', nothing, backupView),
  /** Newest first; `folder` null: the configured one. */
  'backups.list': operation(
    'anyone',
    z.strictObject({ folder: folder.nullable() }),
    z.strictObject({ folder: z.string().nullable(), backups: z.array(backupView) }),
  ),
  /** Into a folder of its own, which must not exist or be empty; this workspace is left as it is. */
  'backups.restore': operation(
    'account.manage',
    z.strictObject({ folder, backup: backupName, to: folder }),
    z.strictObject({ directory: z.string(), jobsInDoubt: z.int() }),
  ),
  /** JSON, HTML and files in a new folder or one zip below `folder`; all articles when none is named. */
  'exports.make': operation(
    'article.read',
    z.strictObject({
      folder,
      articles: z.array(articleId).max(1_000).optional(),
      zip: z.boolean().default(false),
    }),
    z.strictObject({ path: z.string(), articles: z.int(), files: z.int(), bytes: z.int() }),
  ),
} as const
