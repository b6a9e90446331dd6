import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient, defaultLimits } from '#main/connectors/http/client'
import { createPace, Throughput } from '#main/publishing/throughput'
import { secondsLeft } from '#main/publishing/view-publishing'

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

describe('the time left', () => {
  const nowMs = Date.parse('2026-11-23T00:00:00.000Z')
  const job = (byHand: boolean, totalBytes: number, sentBytes = 0, scheduledFor: string | null = null) => ({
    ...{ byHand, totalBytes, sentBytes, scheduledFor },
    state: 'waiting' as const,
  })

  it.each([
    ['is what is still to be sent over the pace', [job(false, 900, 300), job(false, 400)], 100, 10],
    ['leaves out what a person carries', [job(false, 500), job(true, 90_000)], 100, 5],
    [
      'leaves out what waits for its hour',
      [job(false, 500), job(false, 900, 0, '2026-11-24T00:00:00.000Z')],
      100,
      5,
    ],
    [
      'counts what should have left an hour ago',
      [job(false, 500), job(false, 900, 0, '2026-11-22T23:00:00.000Z')],
      100,
      14,
    ],
    ['is nothing where only people carry', [job(true, 90_000)], 100, null],
    ['is nothing while no pace is known', [job(false, 500)], null, null],
  ])('%s', (_what, jobs, pace, seconds) => expect(secondsLeft(jobs, pace, nowMs)).toBe(seconds))
})
