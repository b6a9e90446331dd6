import { isAbsolute, relative } from 'node:path'
import type { OperationName } from '#common/api/contract'
import { problem } from '#common/api/problems/problem'
import type { SafekeepingView, safekeepingOperations, Verification } from '#common/api/safekeeping'
import type { Account } from '#common/domain/account'
import { instantNow } from '#common/domain/environment'
import { ok, refuse } from '#common/domain/result'
import { readOrganisation } from '#main/accounts/workspace-settings'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import { toNote } from '#main/publishing/publishing-parts'
import type { Files } from '#main/store/files/files'
import type { Disk } from '#main/store/space/disk'
import type { ReservedFiles } from '#main/store/space/reserve'
import { riskyPlace } from '#main/store/space/risky-place'
import { createBackupBook } from './backup-book'
import { createBackups } from './backups'
import { isBackupDue, isBackupOverdue, isWithin } from './due'
import { listFolders } from './folders'
import { safekeepingTimes } from './rules'
import { createSpaceWatch, type SpaceWatch } from './space-watch'
import type { RunTask } from './task'
import { createTaskBench, type TaskBench } from './task-bench'

type Operations = keyof typeof safekeepingOperations & OperationName

/** Calls back once after a delay; returns what cancels it. */
export type SafekeepingTimer = (delayMs: number, fire: () => void) => () => void

export interface SafekeepingOptions {
  readonly core: Core
  readonly files: Files
  readonly disk: Disk
  readonly reserve: Pick<ReservedFiles, 'refill' | 'released'>
  readonly runTask: RunTask
  readonly platform: NodeJS.Platform
  readonly timer: SafekeepingTimer
}

export interface Safekeeping {
  readonly handlers: Handlers<Operations>
  readonly roomFor: SpaceWatch['roomFor']
  /** For heavy work of others, which shows and stops as backups do. */
  readonly bench: Pick<TaskBench, 'run'>
  /** Begins the rounds: what is due is done without anybody asking. */
  start(): void
  /** Ends the rounds and what is under way. */
  close(): Promise<void>
}

const collectedSetting = 'blobs.collected'

/** Backup, restore, export, verification and room: what keeps a workspace through a broken disk and a full one. */
export function createSafekeeping(options: SafekeepingOptions): Safekeeping {
  const { core, disk, timer } = options
  const { store, environment } = core
  const changed = () => core.announce({ kind: 'safekeeping-changed' })
  const bench = createTaskBench(options.runTask, environment.now, changed)
  const book = createBackupBook(core)
  const backups = createBackups(core, options.files, bench, book)
  const space = createSpaceWatch(disk, store.directory, options.reserve)
  let verified: Verification | null = null
  let cancelTimer = () => {}
  let rounds: Promise<void> = Promise.resolve()

  function facts() {
    return {
      nowMs: environment.now(),
      last: book.last,
      failedAtMs: backups.failed === null ? null : Date.parse(backups.failed.at),
      createdAtMs: Date.parse(store.description.createdAt),
      demo: readOrganisation(core)?.demo ?? true,
    }
  }

  async function view(): Promise<SafekeepingView> {
    const { health, recovery } = store
    const { failed } = backups
    return {
      directory: store.directory,
      readOnly: health.kind === 'writable' ? null : { cause: health.cause, detail: health.detail },
      recovery: { ...recovery },
      checkpointFailure: store.checkpointFailure,
      place: riskyPlace({ path: store.directory, platform: options.platform, mounts: await disk.mounts() }),
      space: await space.read(),
      backup: {
        ...book.settings,
        last: book.last,
        failed: failed === null ? null : { at: failed.at, problem: toNote(failed.problem) },
        overdue: isBackupOverdue(facts()),
      },
      verification: verified,
      task: bench.current,
    }
  }

  /** Before anything was set up, and in the sample, there is nobody to be signed in as. */
  function maySee(account: Account | null): boolean {
    const organisation = readOrganisation(core)
    return account !== null || (organisation === null ? store.health.kind === 'writable' : organisation.demo)
  }

  function withinWorkspace(file: string): string {
    return isAbsolute(file) ? relative(store.directory, file) : file
  }

  const handlers: Handlers<Operations> = {
    'safekeeping.read': async () => ok(await view()),
    'safekeeping.cancel': async () => {
      bench.cancel()
      return ok(await view())
    },
    'safekeeping.verify': async () => {
      const done = await bench.watch('verify', onProgress => store.verify(onProgress))
      if (!done.ok) return done
      const { ok: isWhole, records, blobs, firstBad } = done.value
      verified = {
        at: instantNow(environment),
        ok: isWhole,
        records,
        blobs,
        firstBad: firstBad === null ? null : { ...firstBad, file: withinWorkspace(firstBad.file) },
      }
      changed()
      return ok(verified)
    },
    'safekeeping.folders': ({ path }, { account }) =>
      maySee(account) ? listFolders(disk, path) : refuse(problem('not-signed-in')),
    'backups.configure': async (settings, { account }) => {
      const refusal = await backups.configure(settings, account.id)
      if (refusal !== null) return refuse(refusal)
      changed()
      return ok(await view())
    },
    'backups.make': (_input, { account }) => backups.make(account.id),
    'backups.list': ({ folder }, { account }) =>
      maySee(account) ? backups.list(folder) : refuse(problem('not-signed-in')),
    'backups.restore': ({ folder, backup, to }) => backups.restore(folder, backup, to),
    'exports.make': async ({ folder, articles, zip }) => {
      if (!isAbsolute(folder)) return refuse(problem('folder-not-found', { path: folder }))
      return bench.run({
        kind: 'export',
        workspace: store.directory,
        folder,
        organisation: readOrganisation(core)?.name ?? '',
        articles: articles ?? null,
        zip,
      })
    },
  }

  async function round(): Promise<void> {
    await space.refill()
    const { folder, daily } = book.settings
    if (folder !== null && daily && isBackupDue(facts())) await backups.make(null)
    else if (isCollectDue()) await collect()
  }

  function isCollectDue(): boolean {
    const last = store.get('settings', collectedSetting)?.value
    const sinceMs = typeof last === 'string' ? Date.parse(last) : Number.NEGATIVE_INFINITY
    return (
      store.health.kind === 'writable' &&
      !isWithin(environment.now(), sinceMs, safekeepingTimes.collectAfterMs)
    )
  }

  async function collect(): Promise<void> {
    await store.checkpoint()
    const done = await bench.run({ kind: 'collect', workspace: store.directory })
    if (!done.ok || store.health.kind !== 'writable') return
    const { trashed, broughtBack, removed } = done.value
    const counts = { trashed: trashed.length, broughtBack: broughtBack.length, removed: removed.length }
    const event = auditEvent(core, 'blobs.collected', null, null, counts)
    await store.commit({
      event,
      changes: [{ collection: 'settings', put: { id: collectedSetting, value: event.at } }],
    })
  }

  function next(delayMs: number): void {
    cancelTimer = timer(delayMs, () => {
      // What a round met is kept in the view or comes again with the next round; the program goes on.
      rounds = round()
        .catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)))
        .then(() => next(safekeepingTimes.roundMs))
    })
  }

  return {
    handlers,
    roomFor: space.roomFor,
    bench,
    start: () => next(safekeepingTimes.firstRoundMs),
    async close() {
      cancelTimer()
      await bench.close()
      await rounds
      cancelTimer()
    },
  }
}
