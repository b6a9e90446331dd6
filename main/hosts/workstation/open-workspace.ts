import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import type { Environment } from '#common/domain/environment'
import { type Result, refuse } from '#common/domain/result'
import { workInWorker } from '#main/background/work-in-worker'
import type { Handlers } from '#main/core/capability'
import { collections, firstScreen, growing } from '#main/core/collections'
import { importInWorker } from '#main/import/import-in-worker'
import { convertWithLibreOffice } from '#main/import/office/libre-office'
import { pdfInWorker } from '#main/media/pdf-in-worker'
import { pictureInWorker } from '#main/media/picture-in-worker'
import { createNewsroom, type HostOperations, type Newsroom } from '#main/newsroom'
import { taskRunner } from '#main/safekeeping/perform-task'
import { runInWorker } from '#main/safekeeping/run-in-worker'
import { searchInWorker } from '#main/search/search-link'
import type { Files } from '#main/store/files/files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import type { Holder, WorkspaceLock } from '#main/store/lock/workspace-lock'
import { migrateWorkspace } from '#main/store/migrations/migrate-workspace'
import { openStore } from '#main/store/open-store'
import { type Disk, nodeDisk } from '#main/store/space/disk'
import { reserveFiles } from '#main/store/space/reserve'
import { createWorkspace, isWorkspace } from '#main/store/workspace-file'
import { answerControlCall } from './control-call'
import { createRestGate } from './rest-gate'

export interface OpenedWorkspace {
  readonly newsroom: Newsroom
  readonly lock: WorkspaceLock
  /** The folder held no workspace before. */
  readonly isNew: boolean
  /** The first list was shown, or nobody wanted one: what a first screen does not need may begin. */
  readonly firstListShown: Promise<void>
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
  readonly hostHandlers?: Handlers<HostOperations>
  /** Folder of the built programs; without it heavy work is done in this thread. */
  readonly programs?: string
  readonly disk?: Disk
  /** Longest wait for somebody who asks for a list, before the rest is read unasked. */
  readonly latestRestMs?: number
}

/** A window takes about a second to its first list; reading on two cores beside it would double that. */
const latestRestMs = 1_500

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
    const reserve = reserveFiles(files, directory)
    await migrateWorkspace(reserve.files, directory)
    const rest = createRestGate(options.latestRestMs ?? latestRestMs)
    const store = await openStore({
      directory,
      collections,
      files: reserve.files,
      environment,
      epoch: lock.epoch,
      later: growing,
      firstScreen,
      readAfter: rest.opened,
    })
    const { programs } = options
    const newsroom = createNewsroom({
      store,
      environment,
      host: options.hostHandlers ?? noWindow,
      readRest: rest.open,
      machine: hostname(),
      reading: {
        run:
          programs === undefined
            ? async task => (await import('#main/import/perform-import')).performImport(task)
            : importInWorker(join(programs, 'import.js')),
        convert: convertWithLibreOffice(files, environment),
      },
      ...(programs === undefined ? {} : { background: workInWorker(join(programs, 'background.js')) }),
      ...(programs === undefined ? {} : { picture: pictureInWorker(join(programs, 'media.js')) }),
      ...(programs === undefined ? {} : { pdfText: pdfInWorker(join(programs, 'media.js')) }),
      ...(programs === undefined ? {} : { startSearch: searchInWorker(join(programs, 'search.js')) }),
      ground: {
        files: reserve.files,
        disk: options.disk ?? nodeDisk(),
        reserve,
        runTask:
          programs === undefined
            ? taskRunner(files, environment)
            : runInWorker(join(programs, 'safekeeping.js')),
        platform: process.platform,
        timer: unhurriedTimer,
      },
    })
    ready(newsroom)
    const close = async () => {
      await newsroom.close().finally(() => lock.release())
      // Nobody waits any longer.
      rest.open()
    }
    return { kind: 'opened', workspace: { newsroom, lock, isNew, firstListShown: rest.opened, close } }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Never the reason why a process stays alive. */
function unhurriedTimer(delayMs: number, fire: () => void): () => void {
  const timer = setTimeout(fire, delayMs).unref()
  return () => clearTimeout(timer)
}

function notAvailable(capability: HostOperations): Result<never, Problem> {
  return refuse(problem('not-available-here', { capability }))
}

/** A command has no window in which another workspace could be shown. */
const noWindow: Handlers<HostOperations> = {
  'workspace.removeSample': () => notAvailable('workspace.removeSample'),
  'workspace.restore': () => notAvailable('workspace.restore'),
  'workspace.open': () => notAvailable('workspace.open'),
}
