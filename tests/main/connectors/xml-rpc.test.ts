import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '#main/connectors/http/client'
import { createConditionalEdit } from '#main/connectors/wordpress/conditional-edit'
import { readAnswer, writeCall } from '#main/connectors/wordpress/xml-rpc'

const fault = (code: number) =>
  `<?xml version="1.0"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>faultCode &lt;int&gt;</string></value></member></struct></value></fault></methodResponse>`
const done =
  '<?xml version="1.0"?><methodResponse><params><param><value><boolean>1</boolean></value></param></params></methodResponse>'

describe('a call in XML-RPC', () => {
  it('carries text as bytes, so that nothing on the way can change a letter', () => {
    const words = ' &#34;nháy&#34; \r\n ]]> <b> \\ 😀 '
    const call = writeCall('wp.editPost', [
      7,
      words,
      { sticky: false, terms: { category: [2, 3] }, at: new Date('2026-11-22T03:04:05.678Z') },
    ])
    expect(call).toBe(
      `<?xml version="1.0"?><methodCall><methodName>wp.editPost</methodName><params><param><value><int>7</int></value></param><param><value><base64>${Buffer.from(words).toString('base64')}</base64></value></param><param><value><struct><member><name>sticky</name><value><boolean>0</boolean></value></member><member><name>terms</name><value><struct><member><name>category</name><value><array><data><value><int>2</int></value><value><int>3</int></value></data></array></value></member></struct></value></member><member><name>at</name><value><dateTime.iso8601>20261122T03:04:05Z</dateTime.iso8601></value></member></struct></value></param></params></methodCall>`,
    )
  })

  it.each([
    ['done', done, { kind: 'done' }],
    ['a fault', fault(409), { kind: 'fault', code: 409 }],
    ['a fault of the server itself', fault(-32601), { kind: 'fault', code: -32601 }],
    ['a page', '<!doctype html><h1>Đăng nhập</h1>', null],
    ['another XML', '<rss><channel/></rss>', null],
    ['half an answer', done.slice(0, -20), null],
    ['an entity of its own', `<!DOCTYPE x [<!ENTITY a "b">]>${done.slice(21)}`, null],
    ['a fault without a code', fault(409).replace('<int>409</int>', ''), null],
    ['nothing', '', null],
  ])('is answered by %s', async (_name, body, answer) => {
    expect(await readAnswer(Buffer.from(body))).toEqual(answer)
  })

  it('is not answered by bytes that are no text', async () => {
    expect(await readAnswer(Uint8Array.of(0xff, 0xfe, 0x3c))).toBeNull()
  })
})

async function editTo(listener: RequestListener) {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    request.resume()
    listener(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const client = createHttpClient(url, { connectTimeoutMs: 2_000, deadlineMs: 5_000 })
  onTestFinished(async () => {
    await client.close()
    server.closeAllConnections()
    server.close()
  })
  const clock = { nowMs: 0 }
  const conditional = createConditionalEdit(client, 'nam:mat:khau', () => clock.nowMs)
  const edit = () => conditional.edit(12, '2026-11-22T03:00:00', { title: 'Một' })
  return { edit, clock, asked: () => asked }
}

const answer =
  (status: number, mediaType: string, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': mediaType }).end(body)

describe('a conditional edit', () => {
  it('is done, or refused over what somebody saved, as often as it is asked for', async () => {
    const written = await editTo(answer(200, 'text/xml', done))
    expect([await written.edit(), await written.edit()]).toEqual(Array(2).fill({ kind: 'done', value: null }))
    const changed = await editTo(answer(200, 'text/xml', fault(409)))
    expect([await changed.edit(), await changed.edit()]).toEqual(['changed', 'changed'])
  })

  it.each([
    ['is switched off', answer(200, 'text/xml', fault(405)), 'unavailable'],
    ['does not know us there', answer(200, 'text/xml', fault(403)), 'unavailable'],
    ['is not there', answer(404, 'text/html', '<h1>404</h1>'), 'unavailable'],
    ['is forbidden by a firewall', answer(403, 'text/html', '<h1>Cấm</h1>'), 'unavailable'],
    ['answers a page', answer(200, 'text/html', '<h1>Wi-Fi</h1>'), { kind: 'unknown', sign: 'foreign-page' }],
    ['breaks down', answer(502, 'text/html', '<h1>502</h1>'), { kind: 'unknown', status: 502 }],
    ['is overloaded', answer(503, 'text/html', ''), { kind: 'busy' }],
    [
      'breaks off',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '900' })
        response.write(done, () => response.destroy())
      },
      { kind: 'unknown', sign: 'broken-off' },
    ],
  ] as const satisfies readonly (readonly [string, RequestListener, unknown])[])(
    'of an interface that %s leaves it alone for ten minutes',
    async (_name, listener, said) => {
      const { edit, clock, asked } = await editTo(listener)
      const first = await edit()
      if (typeof said === 'string') expect(first).toBe(said)
      else expect(first).toMatchObject(said)
      expect(await edit()).toBe('unavailable')
      expect(asked()).toBe(1)
      clock.nowMs += 11 * 60_000
      await edit()
      expect(asked()).toBe(2)
    },
  )
})
