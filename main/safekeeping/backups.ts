import { isAbsolute } from 'node:path'
import type { Output } from '#common/api/contract'
import type { Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import type { BackupSettings, BackupView } from '#common/api/safekeeping'
import type { AccountId } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import { readOrganisation } from '#main/accounts/workspace-settings'
import type { Core } from '#main/core/capability'
import { targetFault } from '#main/store/backup/backup-error'
import { isInside } from '#main/store/backup/backup-files'
import { openRepository, repositoryIn } from '#main/store/backup/repository'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import { type BackupBook, viewBackup } from './backup-book'
import { isThoroughDue } from './due'
import { faultProblem } from './fault-problem'
import { repositoryReadMe } from './repository-read-me'
import type { TaskBench } from './task-bench'

export interface Backups {
  readonly failed: { readonly at: string; readonly problem: Problem } | null
  make(actor: AccountId | null): Promise<Result<BackupView, Problem>>
  configure(settings: BackupSettings, actor: AccountId): Promise<Problem | null>
  list(folder: string | null): Promise<Answer<Output<'backups.list'>>>
  restore(from: string, backup: string, to: string): Promise<Answer<Output<'backups.restore'>>>
}

export function createBackups(core: Core, files: Files, bench: TaskBench, book: BackupBook): Backups {
  const { store, environment } = core
  let failed: Backups['failed'] = null

  async function make(actor: AccountId | null): Promise<Result<BackupView, Problem>> {
    const { folder } = book.settings
    if (folder === null) return refuse(problem('backup-folder-unset'))
    const thorough = isThoroughDue(environment.now(), book.last)
    const atLeast = await settle()
    const title = readOrganisation(core)?.name ?? ''
    const done = await bench.run({
      kind: 'backup',
      workspace: store.directory,
      atLeast,
      folder,
      title,
      thorough,
    })
    if (!done.ok) {
      const { code } = done.problem
      if (code !== 'safekeeping-busy' && code !== 'safekeeping-cancelled')
        failed = { at: new Date(environment.now()).toISOString(), problem: done.problem }
      return done
    }
    failed = null
    const view = viewBackup(done.value, store.workspace)
    const thoroughAt = thorough ? view.at : (book.last?.thoroughAt ?? null)
    await book.note({ ...view, folder, thoroughAt }, actor)
    return ok(view)
  }

  /** The journal's place that must be in the copy: everything decided up to now, if the disk takes it. */
  async function settle(): Promise<number> {
    const { sequence } = store.head
    if (store.health.kind !== 'writable') return 0
    return store.checkpoint().then(
      () => sequence,
      () => 0,
    )
  }

  /** Null when backups can be written there: proved by writing the sheet that explains the folder. */
  async function checkFolder(folder: string): Promise<Problem | null> {
    if (!isAbsolute(folder) || (await files.size(folder).catch(() => null)) === null)
      return problem('folder-not-found', { path: folder })
    if (isInside(await files.realPath(folder), await files.realPath(store.directory)))
      return problem('folder-inside-workspace', { path: folder })
    try {
      await files.makeDirectory(repositoryIn(folder))
      await replaceFile(files, `${repositoryIn(folder)}/README.txt`, Buffer.from(repositoryReadMe))
      return null
    } catch (error) {
      const { kind, path, detail } = targetFault(error, folder)
      return faultProblem(kind, path, detail)
    }
  }

  return {
    get failed() {
      return failed
    },
    make,
    async configure(settings, actor) {
      const refusal = settings.folder === null ? null : await checkFolder(settings.folder)
      if (refusal !== null) return refusal
      failed = null
      await book.configure(settings, actor)
      return null
    },
    async list(chosen) {
      const folder = chosen ?? book.settings.folder
      if (folder === null) return ok({ folder, backups: [] })
      if ((await files.size(folder).catch(() => null)) === null)
        return refuse(problem('folder-not-found', { path: folder }))
      const found = await openRepository(files, environment, repositoryIn(folder)).list()
      return ok({ folder, backups: found.map(backup => viewBackup(backup, store.workspace)) })
    },
    async restore(from, backup, to) {
      if (!isAbsolute(to)) return refuse(problem('folder-not-found', { path: to }))
      if (isInside(to, store.directory)) return refuse(problem('folder-inside-workspace', { path: to }))
      const done = await bench.run({ kind: 'restore', repository: repositoryIn(from), backup, to })
      return done.ok ? ok({ directory: to, jobsInDoubt: done.value.jobsInDoubt }) : done
    },
  }
}
