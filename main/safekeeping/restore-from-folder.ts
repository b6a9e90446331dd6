import { basename, dirname } from 'node:path'
import type { Answer } from '#common/api/operation'
import { problem } from '#common/api/problems/problem'
import type { Environment } from '#common/domain/environment'
import { ok, refuse } from '#common/domain/result'
import { openRepository, repositoryIn, repositoryName } from '#main/store/backup/repository'
import type { Files } from '#main/store/files/files'
import { faultProblem } from './fault-problem'
import { taskRunner } from './perform-task'
import type { RunTask } from './task'

/** What was restored and where; `jobsInDoubt` wait until the portals were asked. */
export interface Restored {
  readonly directory: string
  readonly backup: string
  readonly at: string
  readonly title: string
  readonly jobsInDoubt: number
}

/**
 * Restores without a newsroom: on a new PC there is none. `from` is the folder that was chosen for backups or the one the
 * program made in it; `backup` null takes the newest.
 */
export async function restoreFromFolder(options: {
  readonly files: Files
  readonly environment: Environment
  readonly from: string
  readonly backup: string | null
  readonly to: string
  /** In this thread when none is given. */
  readonly runTask?: RunTask
}): Promise<Answer<Restored>> {
  const { files, environment, from, to } = options
  const folder = basename(from) === repositoryName ? dirname(from) : from
  if ((await files.size(folder).catch(() => null)) === null)
    return refuse(problem('folder-not-found', { path: folder }))
  const repository = repositoryIn(folder)
  const backups = await openRepository(files, environment, repository).list()
  const chosen = options.backup === null ? backups[0] : backups.find(({ name }) => name === options.backup)
  if (chosen === undefined) return refuse(problem('backup-not-found'))
  const runTask = options.runTask ?? taskRunner(files, environment)
  const outcome = await runTask(
    { kind: 'restore', repository, backup: chosen.name, to },
    () => {},
    new AbortController().signal,
  )
  if (outcome.kind === 'bug') throw new Error(outcome.message)
  if (outcome.kind === 'fault') return refuse(faultProblem(outcome.fault, outcome.path, outcome.detail))
  const { at, title } = chosen.head
  return ok({ directory: to, backup: chosen.name, at, title, jobsInDoubt: outcome.result.jobsInDoubt })
}
