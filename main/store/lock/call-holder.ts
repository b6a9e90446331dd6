import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { errorCode } from '../files/error-code'
import type { Files } from '../files/files'
import { readToken } from './control-token'
import { lockAddress } from './lock-address'
import { readLine } from './read-line'
import type { CallResult } from './workspace-lock'

const defaultTimeoutMs = 120_000

/** A holder that just started has the name before its token file: try again this often, this far apart. */
const tokenTries = 20
const tokenPauseMs = 100

const controlReply = z.union([
  z.object({ ok: z.literal(true), reply: z.unknown() }),
  z.object({ ok: z.literal(false), reason: z.string(), refusedToken: z.boolean().optional() }),
])

export interface CallOptions {
  readonly files: Files
  /** For the whole call, the holder's work included. */
  readonly timeoutMs?: number
  readonly platform?: NodeJS.Platform
}

/** Asks the process that has the workspace open. Never starts one. */
export async function callHolder(
  directory: string,
  call: unknown,
  options: CallOptions,
): Promise<CallResult> {
  const { files, timeoutMs = defaultTimeoutMs, platform = process.platform } = options
  const { path } = lockAddress(await files.realPath(directory), platform)
  for (let tries = 1; ; tries++) {
    const token = await readToken(files, directory)
    const result = await request(path, { token: token ?? '', call }, timeoutMs)
    if (result.kind !== 'refused-token') return result
    if (tries === tokenTries) return { kind: 'failed', reason: result.reason }
    await pause(tokenPauseMs)
  }
}

type RequestResult = CallResult | { readonly kind: 'refused-token'; readonly reason: string }

async function request(
  path: string,
  message: { readonly token: string; readonly call: unknown },
  timeoutMs: number,
): Promise<RequestResult> {
  const socket = await connected(path)
  if (socket === null) return { kind: 'nobody' }
  try {
    const replied = readLine(socket, timeoutMs)
    socket.write(`${JSON.stringify(message)}\n`)
    const reply = controlReply.parse(await replied)
    if (reply.ok) return { kind: 'answered', reply: reply.reply }
    return { kind: reply.refusedToken === true ? 'refused-token' : 'failed', reason: reply.reason }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  } finally {
    socket.destroy()
  }
}

/** An open connection, or null when nobody listens. */
export function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', error => {
      if (['ECONNREFUSED', 'ENOENT'].includes(errorCode(error) ?? '')) resolve(null)
      else reject(error)
    })
  })
}
