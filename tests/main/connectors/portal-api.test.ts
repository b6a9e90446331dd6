import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { articleId, blobHash } from '#common/domain/ids'
import { createPortalApiConnector } from '#main/connectors/portal-api/connector'
import { sha256, testId } from '#tests/support/sealed-article'

vi.setConfig({ testTimeout: 30_000 })

const article = articleId.parse(testId())
const hash = blobHash.parse(sha256('ảnh'))
const held = {
  article,
  sequence: 3,
  state: 'live',
  revision: sha256('r'),
  html: sha256('h'),
  path: '/bai/tin',
  acceptedAt: '2026-11-20T03:00:00.000Z',
}
const delivery = {
  article,
  sequence: 3,
  previous: 2,
  payload: Buffer.from('{}'),
  overwrite: false,
  past: null,
}

/** A server of any malice, and the connector that talks to it. */
async function against(listener: RequestListener, deadlineMs = 5_000) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    request.resume()
    listener(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const limits = { connectTimeoutMs: 2_000, deadlineMs }
  const connector = createPortalApiConnector({ url, token: 'khoa-bi-mat', now: () => 0, limits })
  onTestFinished(async () => {
    await connector.close()
    server.closeAllConnections()
    server.close()
  })
  return { connector, requests, url }
}

const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }

const refusal = (status: number, code: string, more: object = {}) =>
  json(status, { code, message: 'Vì sao', ...more })

describe('what an answer means', () => {
  it.each([
    ['401', refusal(401, 'unauthorised'), { kind: 'unauthorised' }],
    [
      'a missing blob',
      refusal(409, 'blob-missing', { missing: [hash] }),
      { kind: 'missing-blobs', hashes: [hash] },
    ],
    ['a lower sequence', refusal(409, 'sequence-behind'), { kind: 'conflict' }],
    ['a taken sequence', refusal(422, 'sequence-taken'), { kind: 'conflict' }],
    ['a wrong precondition', refusal(412, 'precondition-failed'), { kind: 'conflict' }],
    [
      'a demo key',
      refusal(403, 'demo-key-refused'),
      { kind: 'refused', problem: { code: 'portal-refuses-demo-keys' } },
    ],
    [
      'a bad seal',
      refusal(422, 'seal-invalid'),
      { kind: 'refused', problem: { code: 'seal-invalid', params: { reason: 'Vì sao' } } },
    ],
    [
      'a taken address',
      refusal(422, 'slug-taken'),
      { kind: 'refused', problem: { code: 'portal-refused', params: { status: 422, message: 'Vì sao' } } },
    ],
    ['a broken portal', refusal(500, 'unavailable'), { kind: 'unknown', status: 500 }],
    ['429', refusal(429, 'unavailable'), { kind: 'busy', retryAfterMs: 5_000 }],
    ['Retry-After 0', json(503, {}, { 'retry-after': '0' }), { kind: 'busy', retryAfterMs: 1_000 }],
    [
      'Retry-After as a date',
      json(503, {}, { 'retry-after': 'Thu, 01 Jan 1970 00:02:00 GMT' }),
      { kind: 'busy', retryAfterMs: 120_000 },
    ],
    ['Retry-After nonsense', json(503, {}, { 'retry-after': 'soon' }), { kind: 'busy', retryAfterMs: 5_000 }],
    [
      '401 without the portal’s words',
      json(401, { login: 'please' }),
      { kind: 'unknown', status: null, sign: 'foreign-page' },
    ],
    [
      'a code nobody knows',
      refusal(422, 'whatever'),
      { kind: 'unknown', status: null, sign: 'foreign-page' },
    ],
    ['another article', json(200, { ...held, article: testId() }), { kind: 'unknown', status: null }],
    ['another sequence', json(201, { ...held, sequence: 9 }), { kind: 'unknown', status: null }],
    ['a hash that is none', json(200, { ...held, html: 'abc' }), { kind: 'unknown', status: null }],
    ['success', json(200, held), { kind: 'done', value: held }],
  ])('%s', async (_name, listener, outcome) => {
    const { connector } = await against(listener)
    expect(await connector.put(delivery)).toMatchObject(outcome)
  })

  it('404 in the portal’s words is an article it never had; any other 404 says nothing', async () => {
    const known = await against(refusal(404, 'not-found'))
    expect(await known.connector.state({ article, slug: 'tin' })).toEqual({ kind: 'done', value: null })
    const stranger = await against((_request, response) => response.writeHead(404).end('<h1>404</h1>'))
    expect(await stranger.connector.state({ article, slug: 'tin' })).toEqual({
      kind: 'unknown',
      status: null,
      sign: 'foreign-page',
    })
  })

  it('asks page by page for the list, and stops at a portal that turns in circles', async () => {
    const next = 'm'.repeat(26)
    const paged = await against((request, response) => {
      const first = request.url === '/api/v1/articles'
      json(200, { articles: [held], next: first ? next : null })(request, response)
    })
    expect(await paged.connector.list()).toMatchObject({ kind: 'done', value: [held, held] })
    expect(paged.requests).toEqual(['GET /api/v1/articles', `GET /api/v1/articles?after=${next}`])
    const circle = await against(json(200, { articles: [held], next }))
    expect(await circle.connector.list()).toEqual({ kind: 'unknown', status: null })
  })

  it('no connection means that nothing left', async () => {
    const connector = createPortalApiConnector({ url: 'http://127.0.0.1:1', token: null, now: () => 0 })
    expect(await connector.put(delivery)).toEqual({ kind: 'unreachable' })
    await connector.close()
  })
})

describe('a hostile portal', () => {
  it('is not followed to another origin, and the token does not go there', async () => {
    const thief = await against(json(200, held))
    const { connector, requests } = await against((_request, response) => {
      response.writeHead(307, { location: `${thief.url}/api/v1/` }).end()
    })
    expect(await connector.put(delivery)).toEqual({ kind: 'unknown', status: null, sign: 'foreign-page' })
    expect(await connector.reader().page(`${thief.url}/bai/tin`, null)).toEqual({ kind: 'unreadable' })
    expect(connector.publicUrl('//evil.example/bai')).toBeNull()
    expect(connector.publicUrl('/\\evil.example')).toBeNull()
    expect(connector.publicUrl('javascript:alert(1)')).toBeNull()
    expect(requests).toHaveLength(1)
    expect(thief.requests).toEqual([])
  })

  it('that never stops talking is cut off, with little memory spent', async () => {
    const { connector } = await against((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const talk = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
      }
      response.on('drain', talk)
      talk()
    }, 20_000)
    const before = process.memoryUsage().rss
    expect(await connector.describe()).toEqual({ kind: 'unknown', status: null, sign: 'broken-off' })
    expect(await connector.reader().blob(hash, 1_000)).toEqual({ kind: 'unreadable' })
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  it('that drips a byte at a time ends by the deadline', async () => {
    const { connector } = await against((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = async () => {
        while (!response.destroyed) {
          response.write(' ')
          await setTimeout(20)
        }
      }
      void drip()
    }, 400)
    const started = performance.now()
    expect(await connector.describe()).toEqual({ kind: 'unknown', status: null, sign: 'broken-off' })
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  it.each([
    ['HTML that is called JSON', Buffer.from('<h1>chào</h1>')],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['JSON of a hostile shape', Buffer.from('{"__proto__":{"kind":"toa-soan-portal"}}')],
    ['a compressed bomb', gzipSync(Buffer.alloc(50_000_000))],
    ['nothing', Buffer.alloc(0)],
  ])('that answers %s has said nothing', async (_name, body) => {
    const { connector } = await against((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    })
    expect(await connector.describe()).toMatchObject({ kind: 'unknown', status: null })
    expect(await connector.put(delivery)).toMatchObject({ kind: 'unknown', status: null })
    expect(Reflect.get({}, 'kind')).toBeUndefined()
  })

  it('that says it stored another blob has not stored ours', async () => {
    const { connector } = await against(json(200, { hash: sha256('khác'), size: 3 }))
    expect(await connector.putBlob(hash, Buffer.from('ảnh'), 'image/png')).toEqual({
      kind: 'unknown',
      status: null,
    })
  })

  it('does not learn who reads: the reader sends neither token nor cookie', async () => {
    const seen: unknown[] = []
    const { connector, url } = await against((request, response) => {
      seen.push([request.headers.authorization, request.headers.cookie])
      response.writeHead(200, { 'set-cookie': 'who=me' }).end('trang')
    })
    const reader = connector.reader()
    await reader.page(`${url}/bai/tin`, null)
    await reader.page(`${url}/bai/tin`, null)
    await reader.close()
    expect(seen).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })
})
