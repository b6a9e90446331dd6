import type { Event } from '#common/api/events'
import type { ImportView } from '#common/api/import-operations'
import type { Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import { tooLarge } from '#common/api/problems/too-large'
import type { Media } from '#common/api/views'
import { fileLimits } from '#common/domain/file-limits'
import type { BlobHash } from '#common/domain/ids'
import { openMessagePort } from './electron-port.ts'
import { overMessagePort, overWebSocket, type RpcConnection } from './rpc-client.ts'
import type { Wire, WireState } from './wire-interface.ts'

/** How long to wait before the next try to reach main; a restart of the host takes about a second. */
const reconnectAfterMs = [250, 500, 1_000, 2_000, 5_000] as const

/** Failed tries after which the person is told. */
const triesInSilence = 3

/** Everything may have changed while the wire was broken. */
const afterReconnect: readonly Event[] = [
  { kind: 'session-changed' },
  { kind: 'articles-changed', articles: [] },
  { kind: 'publishing-changed' },
  { kind: 'line-changed' },
  { kind: 'portals-changed' },
  { kind: 'accounts-changed' },
]

/**
 * The wire of this host: Electron's MessagePort where the preload offers one, else a WebSocket to the loopback host.
 * Null when this browser has not shown the token of the printed address.
 */
export async function connect(): Promise<Wire | null> {
  const listeners = new Set<(event: Event) => void>()
  const publish = (event: Event) => {
    for (const listener of listeners) listener(event)
  }
  const port = await openMessagePort()
  if (port === null && !(await isAdmitted())) return null
  let state: WireState = 'open'
  const watchers = new Set<() => void>()
  const setState = (next: WireState) => {
    state = next
    for (const watcher of watchers) watcher()
  }
  const current = port === null ? webSocketConnection(publish, setState) : portConnection(port, publish)
  return {
    client: { ask: async (name, input) => (await current()).ask(name, input) },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get state() {
      return state
    },
    watchState: watcher => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    upload,
    receiveApprovalFile,
    readImport,
    blobUrl: hash => `/blob/${hash}`,
  }
}

function portConnection(port: MessagePort, publish: (event: Event) => void): () => Promise<RpcConnection> {
  const connection = overMessagePort(port)
  port.start()
  void pump(connection, publish)
  return () => Promise.resolve(connection)
}

/** Keeps one socket open, and opens the next when it breaks; calls wait for an open one. */
function webSocketConnection(
  publish: (event: Event) => void,
  setState: (state: WireState) => void,
): () => Promise<RpcConnection> {
  let tries = 0
  let first = true
  let current = open()

  function open(): Promise<RpcConnection> {
    return new Promise(resolve => {
      const socket = new WebSocket(`ws://${location.host}/wire`)
      socket.binaryType = 'arraybuffer'
      socket.addEventListener('open', () => {
        tries = 0
        setState('open')
        const connection = overWebSocket(socket)
        void pump(connection, publish)
        resolve(connection)
        if (!first) for (const event of afterReconnect) publish(event)
        first = false
      })
      socket.addEventListener('close', () => {
        const delay = reconnectAfterMs[Math.min(tries, reconnectAfterMs.length - 1)]
        tries += 1
        if (tries >= triesInSilence)
          void isKnown().then(
            known => tries > 0 && setState(known ? 'lost' : 'changed'),
            () => tries > 0 && setState('lost'),
          )
        const next = new Promise<RpcConnection>(again => setTimeout(() => again(open()), delay))
        current = next
        // Who waited for this very socket gets the next one.
        resolve(next)
      })
    })
  }
  return () => current
}

async function pump(connection: RpcConnection, publish: (event: Event) => void): Promise<void> {
  try {
    for await (const event of await connection.events(new AbortController().signal)) publish(event)
  } catch {
    // The wire broke; whoever opens the next one subscribes again.
  }
}

const tokenPrefix = '#khoa='

/** Trades the token in the address for a cookie, takes it out of the address, and asks whether we are known. */
async function isAdmitted(): Promise<boolean> {
  if (location.hash.startsWith(tokenPrefix)) {
    const body = JSON.stringify({ token: location.hash.slice(tokenPrefix.length) })
    await fetch('/session', { method: 'POST', body })
    history.replaceState(null, '', '/')
  }
  return isKnown()
}

/** Whether this browser has a cookie of the running host; rejects when there is none. */
async function isKnown(): Promise<boolean> {
  const answer: unknown = await (await fetch('/session')).json()
  return typeof answer === 'object' && answer !== null && 'admitted' in answer && answer.admitted === true
}

const upload = (file: File) => send<Media>('/blob', file, tooLarge(file.name, file.size))
const receiveApprovalFile = (file: File) => send<{ readonly file: BlobHash }>('/approval-file', file)
const readImport = (file: File) => {
  const large = file.size > fileLimits.importBytes
  return send<ImportView>('/import', file, large ? problem('import-too-large', { name: file.name }) : null)
}

/** What main would refuse is not sent: a browser whose upload is broken off never gets to see the answer. */
async function send<Value>(path: string, file: File, refusal: Problem | null = null): Promise<Answer<Value>> {
  if (refusal !== null) return { ok: false, problem: refusal }
  try {
    const response = await fetch(`${path}?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      body: file,
    })
    return (await response.json()) as Answer<Value>
  } catch {
    // The wire was lost, or the file cannot be read any more.
    return { ok: false, problem: problem('no-answer') }
  }
}
