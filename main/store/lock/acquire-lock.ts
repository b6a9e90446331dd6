import type { Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { errorCode } from '../files/error-code'
import type { Files } from '../files/files'
import { callHolder, connected } from './call-holder'
import { controlServer, listen } from './control-server'
import { newToken, removeToken, writeToken } from './control-token'
import { claimEpoch } from './epoch'
import { type LockAddress, lockAddress } from './lock-address'
import type { Holder, LockOptions, LockResult } from './workspace-lock'

const describeTimeoutMs = 3_000

/** Probing and replacing a dead socket file takes milliseconds; a guard older than this was left by a crash. */
const guardPauseMs = 50
const guardTries = 100

const holderReply = z.object({
  host: z.enum(['electron', 'browser', 'command-line', 'portal', 'unknown']),
  pid: z.int().nullable(),
  address: z.string().nullable(),
}) satisfies z.ZodType<Holder>

/**
 * Becomes the one writer of the workspace in `directory` (which must exist), or says who is. The lock is a listening
 * socket that the kernel closes with the process, so nothing stale is left; it also answers calls of other processes.
 */
export async function acquireLock(
  directory: string,
  options: LockOptions & { readonly platform?: NodeJS.Platform },
): Promise<LockResult> {
  const { files, environment, platform = process.platform } = options
  const address = lockAddress(await files.realPath(directory), platform)
  const token = newToken(environment)
  let holder: Holder = { host: options.host, pid: process.pid, address: null }
  const control = controlServer(token, () => holder, options.onCall)
  if (!(await take(files, control.server, address)))
    return { kind: 'busy', holder: await askHolder(directory, files, platform) }
  try {
    const [epoch] = await Promise.all([claimEpoch(files, directory), writeToken(files, directory, token)])
    return {
      kind: 'held',
      lock: {
        epoch,
        get holder() {
          return holder
        },
        announce(workstation) {
          holder = { ...holder, address: workstation }
        },
        async release() {
          await removeToken(files, directory)
          control.stop()
        },
      },
    }
  } catch (error) {
    control.stop()
    throw error
  }
}

async function take(files: Files, server: Server, { kind, path }: LockAddress): Promise<boolean> {
  if (kind === 'kernel') return listen(server, path)
  const guard = `${path}.guard`
  await enterGuard(files, guard)
  try {
    if (await listen(server, path)) return true
    const probe = await connected(path)
    if (probe !== null) {
      probe.destroy()
      return false
    }
    await files.remove(path)
    return await listen(server, path)
  } finally {
    await files.remove(guard)
  }
}

async function enterGuard(files: Files, guard: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      const file = await files.open(guard, 'create')
      return await file.close()
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
      if (tries % guardTries === 0) await files.remove(guard)
      await pause(guardPauseMs)
    }
  }
}

async function askHolder(directory: string, files: Files, platform: NodeJS.Platform): Promise<Holder> {
  const unknown: Holder = { host: 'unknown', pid: null, address: null }
  const result = await callHolder(
    directory,
    { kind: 'describe' },
    { files, platform, timeoutMs: describeTimeoutMs },
  )
  if (result.kind !== 'answered') return unknown
  return holderReply.safeParse(result.reply).data ?? unknown
}
