import { createServer, type Server, type Socket } from 'node:net'
import { z } from 'zod'
import { errorCode } from '../files/error-code'
import { sameToken } from './control-token'
import { maxLineBytes, readLine } from './read-line'
import type { Holder, LockOptions } from './workspace-lock'

/** A caller that connects and says nothing is let go after this. */
const requestTimeoutMs = 10_000
const maxConnections = 32

const controlRequest = z.object({ token: z.string(), call: z.unknown() })

/** The lock's own call: who are you? Every other call goes to the program. */
const describeCall = z.strictObject({ kind: z.literal('describe') })

export type ControlReply =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: false; readonly reason: string; readonly refusedToken?: boolean }

export interface ControlServer {
  readonly server: Server
  /** Stops listening at once; calls under way are still answered. */
  stop(): void
}

/** Newline-delimited JSON, one request for each connection: `{token, call}` → ControlReply. */
export function controlServer(
  token: string,
  holder: () => Holder,
  onCall: LockOptions['onCall'],
): ControlServer {
  const silent = new Set<Socket>()
  const server = createServer(socket => {
    silent.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => silent.delete(socket))
    answer(socket)
      .catch((error: unknown) => refusal(error))
      .then(reply => void socket.end(encode(reply)))
  })
  server.maxConnections = maxConnections
  return {
    server,
    stop() {
      server.close()
      for (const socket of silent) socket.destroy()
    },
  }

  async function answer(socket: Socket): Promise<ControlReply> {
    const request = controlRequest.safeParse(await readLine(socket, requestTimeoutMs))
    silent.delete(socket)
    if (!request.success) return { ok: false, reason: 'the request is not {token, call}' }
    if (!sameToken(request.data.token, token))
      return { ok: false, reason: 'the token is not right', refusedToken: true }
    const { call } = request.data
    const reply = describeCall.safeParse(call).success ? holder() : await onCall(call)
    return { ok: true, reply: reply ?? null }
  }
}

function refusal(error: unknown): ControlReply {
  return { ok: false, reason: error instanceof Error ? error.message : String(error) }
}

function encode(reply: ControlReply): string {
  const line = `${JSON.stringify(reply)}\n`
  if (line.length <= maxLineBytes / 3) return line
  return Buffer.byteLength(line) <= maxLineBytes ? line : encode(refusal('the reply is too long'))
}

/** Starts listening; false when the name is taken. */
export function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      if (errorCode(error) === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', onError)
    server.listen(path, () => {
      server.off('error', onError)
      resolve(true)
    })
  })
}
