import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient, defaultLimits } from '#main/connectors/http/client'
import { createPace, Throughput } from '#main/publishing/throughput'

describe('the time left', () => {
  it('comes from what the line carried in the last minute, and is not told before', () => {
    let nowMs = 0
    const throughput = new Throughput(() => nowMs)
    expect(throughput.bytesPerSecond()).toBeNull()
    throughput.add(1_000)
    expect(throughput.bytesPerSecond()).toBeNull()
    nowMs = 10_000
    throughput.add(9_000)
    expect(throughput.bytesPerSecond()).toBe(1_000)
    nowMs = 200_000
    expect(throughput.bytesPerSecond()).toBeNull()
    throughput.add(500)
    nowMs = 100_000
    expect(throughput.bytesPerSecond(), 'a clock set back').toBeNull()
  })
})

describe('the cap', () => {
  async function upload(capBytesPerSecond: number | null, size: number) {
    let received = 0
    const server = createServer(async (request, response) => {
      for await (const chunk of request) received += chunk.length
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const pace = createPace(() => capBytesPerSecond, Date.now)
    const client = createHttpClient(url, { ...defaultLimits, pace })
    onTestFinished(() => client.close())
    let told = 0
    const startMs = performance.now()
    const body = new Uint8Array(size)
    const answer = await client.exchange({
      method: 'PUT',
      path: '/',
      body,
      onSent: bytes => {
        told += bytes
      },
      maxBytes: 100,
    })
    return { answer, received, told, tookMs: performance.now() - startMs }
  }

  it('keeps an upload near the speed that was set, and every byte arrives', async () => {
    const { answer, received, told, tookMs } = await upload(200_000, 160_000)
    expect(answer.kind).toBe('answered')
    expect([received, told]).toEqual([160_000, 160_000])
    expect(tookMs).toBeGreaterThan(600)
  })

  it('holds nothing back when there is none', async () => {
    const { received, tookMs } = await upload(null, 4_000_000)
    expect(received).toBe(4_000_000)
    expect(tookMs).toBeLessThan(5_000)
  })
})
