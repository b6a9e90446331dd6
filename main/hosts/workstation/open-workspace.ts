import type { Answer } from '#common/api/operation'
import { problem } from '#common/api/problems/problem'
import type { Environment } from '#common/domain/environment'
import { refuse } from '#common/domain/result'
import type { Handlers } from '#main/core/capability'
import { collections } from '#main/core/collections'
import { createNewsroom, type Newsroom } from '#main/newsroom'
import type { Files } from '#main/store/files/files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import type { Holder, WorkspaceLock } from '#main/store/lock/workspace-lock'
import { openStore } from '#main/store/open-store'
import { createWorkspace, isWorkspace } from '#main/store/workspace-file'
import { answerControlCall } from './control-call'

export interface OpenedWorkspace {
  readonly newsroom: Newsroom
  readonly lock: WorkspaceLock
  /** The folder held no workspace before. */
  readonly isNew: boolean
  /** Closes newsroom and store, then lets go of the lock. */
  readonly close: () => Promise<void>
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly workspace: OpenedWorkspace }
  | { readonly kind: 'busy'; readonly holder: Holder }

export interface OpenOptions {
  readonly directory: string
  readonly files: Files
  readonly environment: Environment
  readonly host: 'electron' | 'browser' | 'command-line'
  readonly demo: boolean
  readonly hostHandlers?: Handlers<'workspace.removeSample'>
}

/** Takes the lock, makes the workspace when the folder holds none, and opens the newsroom on it. */
export async function openWorkspace(options: OpenOptions): Promise<OpenResult> {
  const { directory, files, environment, host, demo } = options
  await files.makeDirectory(directory)
  // The control socket answers from the first moment; calls wait until the newsroom is there.
  let ready: (newsroom: Newsroom) => void = () => {}
  const newsroomReady = new Promise<Newsroom>(resolve => {
    ready = resolve
  })
  const onCall = async (call: unknown): Promise<Answer<unknown>> =>
    answerControlCall(await newsroomReady, call)
  const result = await acquireLock(directory, { files, environment, host, onCall })
  if (result.kind === 'busy') return result
  const { lock } = result
  try {
    const isNew = !(await isWorkspace(files, directory))
    if (isNew) await createWorkspace({ directory, files, environment, name: '', demo })
    const store = await openStore({
      directory,
      collections,
      files,
      environment,
      epoch: lock.epoch,
      newest: ['articles'],
    })
    const newsroom = createNewsroom({ store, environment, host: options.hostHandlers ?? notAvailable })
    ready(newsroom)
    const close = () => newsroom.close().finally(() => lock.release())
    return { kind: 'opened', workspace: { newsroom, lock, isNew, close } }
  } catch (error) {
    await lock.release()
    throw error
  }
}

const notAvailable: Handlers<'workspace.removeSample'> = {
  'workspace.removeSample': () =>
    refuse(problem('not-available-here', { capability: 'workspace.removeSample' })),
}
