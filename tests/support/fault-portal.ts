import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Environment } from '#common/domain/environment'
import { createPortal, type Portal } from '#main/portal/create-portal'
import { temporaryFolder } from './temporary-workspace'
import { whenFinished } from './when-finished'

/** What goes wrong with one request. `lost` and `late` commit on the portal, at once or when the test says so. */
export type Fault =
  | { readonly kind: 'reset' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'late' }
  | { readonly kind: 'half' }
  | { readonly kind: 'twice' }
  | { readonly kind: 'stuck' }
  | { readonly kind: 'html'; readonly status: number }
  /** Somebody changed the page on the portal itself. */
  | { readonly kind: 'edited'; readonly edit: (page: string) => string }
  /** Says "done" about a decision that never reached the portal: of another article, or with another text. */
  | { readonly kind: 'lie'; readonly about: 'other-article' | 'other-text' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly code?: string }

export interface PortalRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Undefined lets the request through. */
export type Faults = (request: PortalRequest) => Fault | undefined

export interface LedgerLine {
  readonly article: string
  readonly sequence: number
  readonly decision: string
  readonly revision: string | null
  readonly html: string | null
}

export interface FaultPortal {
  readonly url: string
  readonly portal: Portal
  faults: Faults
  /** Every request that reached the server, oldest first. */
  readonly requests: PortalRequest[]
  /** Nothing listens: connections are refused. */
  down(): Promise<void>
  up(): Promise<void>
  /**
   * The portal comes back from a backup without articles and keys; its tokens are the same. Resolves to what it had
   * accepted until its last moment.
   */
  forget(): Promise<LedgerLine[]>
  /** Delivers what `late` held back, as a slow network would. */
  deliverLate(): Promise<void>
  /** Ground truth: decisions the portal accepted, oldest first. */
  ledger(): Promise<LedgerLine[]>
}

/** The real embedded portal behind real loopback HTTP, with faults between them. */
export async function startFaultPortal(
  environment: Environment,
  options: { readonly acceptDemoKeys?: boolean } = {},
): Promise<FaultPortal> {
  let dataDir = await temporaryFolder()
  let portal = await open()
  const late: (() => Promise<unknown>)[] = []
  let port = 0
  let server = newServer()

  function open(credentials?: Portal['credentials']): Promise<Portal> {
    return createPortal({
      dataDir,
      name: 'Cổng thử',
      environment,
      acceptDemoKeys: options.acceptDemoKeys ?? true,
      ...(credentials === undefined ? {} : { credentials }),
    })
  }

  function newServer() {
    return createServer((request, response) => {
      handle(request, response).catch(() => response.destroy())
    })
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
    const request: PortalRequest = {
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers: incoming.headers,
      body: Buffer.concat(chunks),
    }
    faultPortal.requests.push(request)
    const fault = faultPortal.faults(request)
    const forward = () => portal.fetch(toFetchRequest(request, port))
    switch (fault?.kind) {
      case undefined:
        return answer(response, await forward())
      case 'reset':
        return void response.destroy()
      case 'lost':
        await forward()
        return void response.destroy()
      case 'late':
        late.push(forward)
        return void response.destroy()
      case 'twice': {
        await forward()
        return answer(response, await forward())
      }
      case 'half': {
        const whole = Buffer.from(await (await forward()).arrayBuffer())
        response.writeHead(200, { 'content-type': 'application/json' })
        return void response.end(whole.subarray(0, whole.length / 2))
      }
      case 'stuck':
        return
      case 'edited': {
        const page = await forward()
        response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' })
        return void response.end(fault.edit(await page.text()))
      }
      case 'html':
        response.writeHead(fault.status, { 'content-type': 'text/html' })
        return void response.end('<h1>Wi-Fi miễn phí. Vui lòng đăng nhập.</h1>')
      case 'lie':
        response.writeHead(201, { 'content-type': 'application/json' })
        return void response.end(JSON.stringify(lie(request, fault.about)))
      case 'status': {
        const headers: Record<string, string> = { 'content-type': 'application/json' }
        if (fault.retryAfter !== undefined) headers['retry-after'] = fault.retryAfter
        response.writeHead(fault.status, headers)
        const code = fault.code ?? 'unavailable'
        return void response.end(JSON.stringify({ code, message: 'Cổng báo lỗi.' }))
      }
    }
  }

  const faultPortal: FaultPortal = {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    get portal() {
      return portal
    },
    faults: () => undefined,
    requests: [],
    async down() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
    async up() {
      server = newServer()
      await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port
    },
    async forget() {
      const { credentials } = portal
      await portal.close()
      const forgotten = await faultPortal.ledger()
      dataDir = await temporaryFolder()
      portal = await open(credentials)
      return forgotten
    },
    async deliverLate() {
      for (const forward of late.splice(0)) await forward()
    },
    async ledger() {
      const text = await readFile(join(dataDir, 'ledger.ndjson'), 'utf8').catch(() => '')
      return text
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line))
    },
  }
  await faultPortal.up()
  whenFinished(async () => {
    if (server.listening) await faultPortal.down()
    await portal.close()
  })
  return faultPortal
}

function toFetchRequest({ method, path, headers, body }: PortalRequest, port: number): Request {
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'transfer-encoding' && name !== 'connection' ? [[name, value]] : [],
  )
  return new Request(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: plain,
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  })
}

async function answer(response: ServerResponse, from: Response): Promise<void> {
  const body = Buffer.from(await from.arrayBuffer())
  response.writeHead(from.status, Object.fromEntries(from.headers))
  response.end(body)
}

/** The answer of a portal that accepted what was sent, but for one thing. */
function lie({ path }: PortalRequest, about: 'other-article' | 'other-text'): unknown {
  const [, article = '', sequence = '1'] =
    /articles\/([a-z2-7]{26})(?:\/publications\/(\d+))?/.exec(path) ?? []
  const other = 'a'.repeat(26)
  return {
    article: about === 'other-article' ? other : article,
    sequence: Number(sequence),
    state: 'live',
    revision: 'b'.repeat(64),
    html: 'c'.repeat(64),
    path: '/bai/tin-khac',
    acceptedAt: '2026-11-20T03:00:00.000Z',
  }
}
