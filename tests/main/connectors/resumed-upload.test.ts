import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type BlobHash, blobHash } from '#common/domain/ids'
import type { Connector } from '#main/connectors/connector'
import { createPortalApiConnector } from '#main/connectors/portal-api/connector'
import { listen } from '#main/portal/listen'
import { startCuttingLine } from '#tests/support/cutting-line'
import { sha256 } from '#tests/support/sealed-article'
import { openTestPortal } from '#tests/support/test-portal'

function connect(port: number, token: string): Connector {
  const limits = { connectTimeoutMs: 5_000, deadlineMs: 10_000 }
  const url = `http://127.0.0.1:${port}`
  const connector = createPortalApiConnector({ url, token, now: Date.now, limits })
  onTestFinished(() => connector.close())
  return connector
}

/** As the queue does it: asked for, then sent, again and again while the line breaks. Resolves to the tries. */
async function bring(connector: Connector, hash: BlobHash, bytes: Uint8Array) {
  const told = { sent: 0, held: [] as number[] }
  const progress = {
    sent: (more: number) => {
      told.sent += more
    },
    held: (there: number) => told.held.push(there),
  }
  for (let tries = 1; tries <= 40; tries++) {
    // The queue asks a second after a break; what crossed has arrived by then.
    if (tries > 1) await setTimeout(100)
    const there = await connector.hasBlob(hash)
    if (there.kind !== 'done') continue
    if (there.value || (await connector.putBlob(hash, bytes, 'image/jpeg', progress)).kind === 'done')
      return { tries, ...told }
  }
  throw new Error('never arrived')
}

describe('a picture over a line that breaks in the middle of it', () => {
  it('arrives, and hardly a byte of it leaves twice', async () => {
    const portal = await openTestPortal()
    const listening = await listen(portal.portal, 0)
    onTestFinished(() => listening.close())
    const line = await startCuttingLine(listening.port, 500_000)
    const bytes = randomBytes(4_000_000)
    const hash = blobHash.parse(sha256(bytes))
    const connector = connect(line.port, portal.portal.credentials.publishToken)
    const { held } = await bring(connector, hash, bytes)
    expect(line.carried().cuts).toBeGreaterThanOrEqual(6)
    expect(held.length).toBeGreaterThanOrEqual(6)
    expect(held).toEqual([...held].sort((a, b) => a - b))
    // What a break finds in the buffers of either end is sent once more, and the words around each request.
    const twice = line.carried().bytes - bytes.length
    expect(twice).toBeLessThan(line.carried().cuts * 150_000)
    expect(await connector.hasBlob(hash)).toEqual({ kind: 'done', value: true })
  })

  it('is sent whole to a portal that cannot go on', async () => {
    const methods: string[] = []
    const server = createServer(async (request, response) => {
      methods.push(request.method ?? '')
      for await (const _ of request);
      if (request.method === 'HEAD') return void response.writeHead(404).end()
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ hash: request.url?.split('/').at(-1), size: 1 }))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const bytes = randomBytes(300_000)
    const connector = connect((server.address() as AddressInfo).port, 'khoa-thu-nghiem')
    const { sent, held } = await bring(connector, blobHash.parse(sha256(bytes)), bytes)
    expect([methods, sent, held]).toEqual([['HEAD', 'PUT'], bytes.length, []])
  })
})
