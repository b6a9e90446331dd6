import { dirname, isAbsolute } from 'node:path'
import { type Problem, problem } from '#common/api/problems/problem'
import type { Environment } from '#common/domain/environment'
import { refuse } from '#common/domain/result'
import type { Handlers, Session } from '#main/core/capability'
import type { HostOperations, Newsroom } from '#main/newsroom'
import { restoreFromFolder } from '#main/safekeeping/restore-from-folder'
import type { RunTask } from '#main/safekeeping/task'
import type { Files } from '#main/store/files/files'
import { removeWorkspace } from '#main/store/remove-workspace'
import { isWorkspace } from '#main/store/workspace-file'

interface Options {
  readonly files: Files
  readonly environment: Environment
  /** Where the office's own newsroom belongs. */
  readonly own: string
  /** Without it backups are taken out in this thread. */
  readonly runTask?: RunTask
  readonly current: () => { readonly newsroom: Newsroom; readonly directory: string }
  readonly close: () => Promise<void>
  /** Rejects where it cannot be opened, also because another program has it. */
  readonly open: (directory: string) => Promise<void>
  readonly onReplaced: () => void
}

/** Puts another workspace in the place of the open one, while windows stay: the sample removed, a backup, a folder. */
export function createWorkspaceChanges(options: Options): Handlers<HostOperations> {
  const { files, own, current, close, open } = options
  let isChanging = false

  /** One at a time: asked twice, the second would change what the first just made. */
  async function alone<T>(work: () => Promise<T>, busy: T): Promise<T> {
    if (isChanging) return busy
    isChanging = true
    try {
      return await work()
    } finally {
      isChanging = false
    }
  }

  async function greet(session: Session) {
    session.account = null
    options.onReplaced()
    const view = await current().newsroom.ask('session.current', {}, session)
    return view as Awaited<ReturnType<Handlers<'session.current'>['session.current']>>
  }

  /** Whatever hinders the other one, the one that was open is open again. */
  async function change(directory: string, prepare: () => Promise<void>, session: Session) {
    const before = current().directory
    await close()
    try {
      await prepare()
      await open(directory)
    } catch {
      await open(before)
      options.onReplaced()
      return refuse(problem('workspace-not-opened', { path: directory }))
    }
    return greet(session)
  }

  /** Null while nothing is in the way: nothing was set up yet, or the sample lies elsewhere. */
  async function hindrance(): Promise<Problem | null> {
    const { newsroom, directory } = current()
    const organisation = newsroom.organisation()
    if (organisation?.demo === true && directory === own) return problem('sample-in-the-way')
    const isFree =
      organisation === null
        ? newsroom.store.health.kind === 'writable' && directory === own
        : organisation.demo && !(await isWorkspace(files, own))
    return isFree ? null : problem('already-set-up')
  }

  return {
    'workspace.removeSample': (_input, { session }) =>
      alone(
        async () => {
          if (current().newsroom.organisation()?.demo !== true) return refuse(problem('not-a-sample'))
          const { directory } = current()
          await close()
          await removeWorkspace(directory)
          await open(own)
          return greet(session)
        },
        refuse(problem('not-a-sample')),
      ),

    'workspace.restore': ({ folder, backup }, { session }) =>
      alone(
        async () => {
          const hindered = await hindrance()
          if (hindered !== null) return refuse(hindered)
          // Beside its place, so that a backup that does not open leaves everything as it is.
          const aside = `${own}-khoi-phuc`
          await removeWorkspace(aside)
          await files.makeDirectory(dirname(own))
          const restored = await restoreFromFolder({ ...options, from: folder, backup, to: aside })
          if (!restored.ok) {
            await removeWorkspace(aside)
            return restored
          }
          const isEmptyOneOpen = current().directory === own
          return change(
            own,
            async () => {
              if (isEmptyOneOpen) await removeWorkspace(own)
              await files.rename(aside, own)
            },
            session,
          )
        },
        refuse(problem('already-set-up')),
      ),

    'workspace.open': ({ directory }, { session }) =>
      alone(
        async () => {
          if (!isAbsolute(directory) || !(await isWorkspace(files, directory)))
            return refuse(problem('workspace-not-opened', { path: directory }))
          return change(directory, async () => {}, session)
        },
        refuse(problem('workspace-not-opened', { path: directory })),
      ),
  }
}
