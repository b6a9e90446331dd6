// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '#renderer/api/wire.ts'

class Socket extends EventTarget {
  static readonly opened: Socket[] = []
  binaryType = ''
  constructor() {
    super()
    Socket.opened.push(this)
  }
  send(): void {}
  close(): void {}
}

/** What GET /session answers; null: nobody listens. */
let admitted: boolean | null = true

beforeEach(() => {
  vi.useFakeTimers()
  Socket.opened.length = 0
  admitted = true
  vi.stubGlobal('WebSocket', Socket)
  vi.stubGlobal('fetch', () =>
    admitted === null
      ? Promise.reject(new TypeError('refused'))
      : Promise.resolve(new Response(JSON.stringify({ admitted }))),
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the wire to a host that ends and comes back', () => {
  const fail = async () => {
    Socket.opened.at(-1)?.dispatchEvent(new Event('close'))
    await vi.advanceTimersByTimeAsync(5_000)
  }

  it('says after some tries that nobody answers, or that the host is a new one, and is quiet when it is back', async () => {
    const wire = await connect()
    const seen: unknown[] = []
    wire?.watchState(() => seen.push(wire.state))
    Socket.opened.at(-1)?.dispatchEvent(new Event('open'))
    admitted = null
    await fail()
    await fail()
    expect(seen).toEqual(['open'])
    await fail()
    expect(seen).toEqual(['open', 'lost'])
    admitted = false
    await fail()
    expect(seen).toEqual(['open', 'lost', 'changed'])
    Socket.opened.at(-1)?.dispatchEvent(new Event('open'))
    expect(wire?.state).toBe('open')
  })
})
