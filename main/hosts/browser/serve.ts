import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Environment } from '#common/domain/environment'
import type { Session } from '#main/core/capability'
import type { Pages } from '../pages/pages'
import type { RpcServer } from '../rpc/rpc-server'
import { createGate } from './gate'
import { createVisitors } from './visitors'

export interface BrowserServer {
  readonly port: number
  /** To open: the token lies in the fragment, which no server and no log ever sees. */
  readonly address: string
  /** Breaks every wire; windows connect again and ask everything anew. */
  readonly dropWires: () => void
  readonly close: () => Promise<void>
}

export interface ServeOptions {
  /** Preferred port; any free one when it is taken, or 0. */
  readonly port: number
  readonly environment: Environment
  readonly pages: (connect: string) => Pages
  readonly rpc: RpcServer
}

/** Frames above this are refused: 50 MB go through the upload, never through the wire. */
const largestFrameBytes = 20_000_000
const mostWires = 16

/** The loopback host: HTTP for pages, one WebSocket for the contract, both behind the gate. */
export async function serveBrowser(options: ServeOptions): Promise<BrowserServer> {
  const server = createServer()
  const port = await listen(server, options.port)
  const token = Buffer.from(options.environment.randomBytes(24)).toString('base64url')
  const gate = createGate(port)
  const visitors = createVisitors(options.environment, port, token)
  const pages = options.pages(`ws://127.0.0.1:${port} ws://localhost:${port}`)
  const wires = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes })
  const listener = getRequestListener(request => pages.fetch(request, sessionOf(request)), {
    overrideGlobalObjects: false,
  })

  server.on('request', (request, response) => {
    if (gate.check(request.method ?? 'GET', request.headersDistinct, false) !== null)
      return refuse(response, 403)
    if (request.url === '/session') {
      // A caller that breaks off in the middle is its own loss.
      admission(request, response).catch(() => response.destroy())
      return
    }
    void listener(request, response)
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Without a listener the reset of one connection would end the program.
    socket.on('error', () => socket.destroy())
    const session = visitors.find(request.headers.cookie)
    const refused = gate.check('GET', request.headersDistinct, true) !== null || request.url !== '/wire'
    if (refused || session === null || wires.clients.size >= mostWires) {
      socket.end(
        `HTTP/1.1 ${refused ? 403 : session === null ? 401 : 503} Refused\r\nConnection: close\r\n\r\n`,
      )
      return
    }
    wires.handleUpgrade(request, socket, head, (wire: WebSocket) => {
      // A frame too large or malformed: `ws` closes the wire by itself, and the window opens another.
      wire.on('error', () => {})
      options.rpc.serveWebSocket(wire, session)
    })
  })

  function sessionOf(request: Request): Session | null {
    return visitors.find(request.headers.get('cookie') ?? undefined)
  }

  /** POST trades the token for a cookie; GET says whether this browser has one. */
  async function admission(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      const admitted = visitors.find(request.headers.cookie) !== null
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(JSON.stringify({ admitted }))
      return
    }
    const offered = z.object({ token: z.string().max(200) }).safeParse(await readJson(request))
    const cookie = offered.success ? visitors.admit(offered.data.token) : null
    if (cookie === null) return refuse(response, 401)
    response.writeHead(204, { 'set-cookie': cookie, 'cache-control': 'no-store' }).end()
  }

  return {
    port,
    address: `http://127.0.0.1:${port}/#khoa=${token}`,
    dropWires: () => {
      for (const wire of wires.clients) wire.close(1012)
    },
    close: () =>
      new Promise(resolve => {
        for (const wire of wires.clients) wire.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end()
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 1_000) return null
  }
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function listen(server: Server, preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || preferred === 0) reject(error)
      else listen(server, 0).then(resolve, reject)
    })
    server.listen(preferred, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : preferred)
    })
  })
}
