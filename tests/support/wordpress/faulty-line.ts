import { Agent, createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What goes wrong with one request. `cut`: nothing arrives. `lost`: it arrives, its answer does not. `late`: it arrives
 * when the caller has long given up. `twice`: it arrives two times. `half`: the answer breaks off. `html`: a gate answers.
 * `stripped`: a worker dies half-way, and the post is written without its category, tags and first picture.
 */
export const lineFaults = ['cut', 'lost', 'late', 'twice', 'half', 'html', 'stripped'] as const
export type LineFault = (typeof lineFaults)[number]

export interface LineRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface FaultyLine {
  readonly port: number
  /** Undefined lets the request through. */
  faults: (request: LineRequest) => LineFault | undefined
  /** What somebody else does while the request is on its way. */
  meanwhile: (request: LineRequest) => Promise<void>
  readonly requests: LineRequest[]
  /** All that was held back as `late` has arrived. */
  deliverLate(): Promise<void>
  close(): Promise<void>
}

/** A line to a server on this machine that loses, doubles, delays and cuts what it carries. */
export async function openFaultyLine(target: () => number): Promise<FaultyLine> {
  const agent = new Agent({ keepAlive: true })
  const late: (() => Promise<unknown>)[] = []
  const requests: LineRequest[] = []

  function send(incoming: IncomingMessage, body: Buffer): Promise<{ head: IncomingMessage; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const { method, url } = incoming
      const headers = { ...incoming.headers, 'content-length': String(body.length) }
      const outgoing = forward(
        { host: '127.0.0.1', port: target(), agent, method, path: url, headers },
        async head => {
          const chunks: Buffer[] = []
          for await (const chunk of head) chunks.push(chunk)
          resolve({ head, body: Buffer.concat(chunks) })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  async function carry(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const { method = '', url = '' } = incoming
    const seen = { method, url, headers: incoming.headers, body }
    requests.push(seen)
    await line.meanwhile(seen)
    const fault = line.faults(seen)
    if (fault === 'cut' || fault === 'late') {
      if (fault === 'late') late.push(() => send(incoming, body))
      response.destroy()
      return
    }
    if (fault === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Đăng nhập Wi-Fi</h1>')
      return
    }
    const answer = await send(incoming, fault === 'stripped' ? strip(body) : body)
    if (fault === 'twice') await send(incoming, body)
    if (fault === 'lost') {
      response.destroy()
      return
    }
    const { 'transfer-encoding': _, connection: __, ...headers } = answer.head.headers
    response.writeHead(answer.head.statusCode ?? 502, { ...headers, 'content-length': answer.body.length })
    if (fault === 'half') {
      response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy())
      return
    }
    response.end(answer.body)
  }

  const server = createServer((incoming, response) => {
    carry(incoming, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const line: FaultyLine = {
    port: (server.address() as AddressInfo).port,
    faults: () => undefined,
    meanwhile: async () => {},
    requests,
    deliverLate: async () => {
      for (const deliver of late.splice(0)) await deliver()
    },
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return line
}

function strip(body: Buffer): Buffer {
  if (!body.subarray(0, 1).equals(Buffer.from('{'))) return body
  const { categories: _, tags: __, featured_media: ___, ...rest } = JSON.parse(body.toString('utf8'))
  return Buffer.from(JSON.stringify(rest))
}
