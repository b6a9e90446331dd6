import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { serveBrowser } from '#main/hosts/browser/serve'
import { createPages } from '#main/hosts/pages/pages'
import { createRpcServer } from '#main/hosts/rpc/rpc-server'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { StoreWriteError } from '#main/store/store-write-error'
import { overWebSocket } from '#renderer/api/rpc-client.ts'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

/** What would have ended the program. */
let fatal: unknown[] = []
const onFatal = (error: unknown) => void fatal.push(error)

beforeEach(() => {
  fatal = []
  process.on('uncaughtException', onFatal).on('unhandledRejection', onFatal)
})
afterEach(() => {
  process.off('uncaughtException', onFatal).off('unhandledRejection', onFatal)
})

async function aHost() {
  const room = await aNewsroom()
  const rpc = createRpcServer(() => room.newsroom, onFatal)
  const nothing = { serve: async () => new Response('', { status: 404 }) }
  const server = await serveBrowser({
    port: 0,
    environment: hostEnvironment,
    pages: connectTo => createPages({ newsroom: () => room.newsroom, renderer: nothing, connect: connectTo }),
    rpc,
  })
  const host = `127.0.0.1:${server.port}`
  const origin = `http://${host}`
  const admission = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin },
    body: JSON.stringify({ token: new URL(server.address).hash.slice('#khoa='.length) }),
  })
  const cookie = admission.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    room,
    host,
    origin,
    cookie,
    port: server.port,
    openWire: async () => {
      const socket = new WebSocket(`ws://${host}/wire`, { headers: { cookie }, origin })
      await once(socket, 'open')
      return socket
    },
    close: async () => {
      rpc.close()
      await server.close()
      await room.close()
    },
  }
}

describe('the browser host', () => {
  it('outlives a caller that breaks off in the middle of its token', async () => {
    const { host, origin, port, close } = await aHost()
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /session HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Length: 100\r\n\r\n{"to`,
    )
    await pause(100)
    socket.destroy()
    await pause(200)
    expect(fatal).toEqual([])
    expect((await fetch(`${origin}/session`)).status).toBe(200)
    await close()
  })

  it('outlives callers that ask for the wire and are gone before the refusal', async () => {
    const { host, origin, port, close } = await aHost()
    for (let tries = 0; tries < 50; tries++) {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(
        `GET /wire HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://evil\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      )
      socket.resetAndDestroy()
    }
    await pause(200)
    expect(fatal).toEqual([])
    expect((await fetch(`${origin}/session`)).status).toBe(200)
    await close()
  })

  it('outlives a frame that is too large, and closes only that wire', async () => {
    const { openWire, origin, close } = await aHost()
    const wire = await openWire()
    wire.on('error', () => {})
    wire.send(Buffer.alloc(21_000_000))
    await once(wire, 'close')
    await pause(100)
    expect(fatal).toEqual([])
    expect((await fetch(`${origin}/session`)).status).toBe(200)
    await close()
  })

  it('says why it keeps no picture when the disk takes no more', async () => {
    const { room, openWire, origin, cookie, close } = await aHost()
    const wire = await openWire()
    await overWebSocket(wire as unknown as globalThis.WebSocket).ask('session.signIn', { signInName: 'lan' })
    const { store } = room.newsroom
    const state = { kind: 'read-only', cause: 'write-failed', detail: 'ENOSPC' } as const
    vi.spyOn(store, 'commit').mockRejectedValueOnce(new StoreWriteError(state))
    const answer = await fetch(`${origin}/blob?name=a.pdf`, {
      method: 'POST',
      headers: { origin, cookie },
      body: '%PDF-1.7',
    })
    expect(await answer.json()).toMatchObject({ ok: false, problem: { code: 'store-read-only' } })
    await close()
  })

  it('takes no more than the limit, told beforehand or not', async () => {
    const { openWire, origin, cookie, close } = await aHost()
    const wire = await openWire()
    await overWebSocket(wire as unknown as globalThis.WebSocket).ask('session.signIn', { signInName: 'lan' })
    const large = Buffer.alloc(50_000_001)
    const inChunks = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(large))
        controller.close()
      },
    })
    for (const body of [large, inChunks]) {
      const upload = fetch(`${origin}/blob?name=a.pdf`, {
        method: 'POST',
        headers: { origin, cookie },
        body,
        duplex: 'half',
      } as RequestInit)
      const answer = await upload.then(response => response.json()).catch(() => 'broken off')
      expect(answer).toMatchObject({
        problem: {
          code: 'file-too-large',
          params: { name: 'a.pdf', sizeBytes: 50_000_001, limitBytes: 50_000_000 },
        },
      })
    }
    expect(fatal).toEqual([])
    await close()
  })

  it('answers an address that names no article, or nothing at all, with 404', async () => {
    const { room, openWire, origin, cookie, close } = await aHost()
    const wire = await openWire()
    await overWebSocket(wire as unknown as globalThis.WebSocket).ask('session.signIn', { signInName: 'lan' })
    for (const path of [
      '/preview/x',
      `/preview/${'a'.repeat(26)}`,
      '/preview/..%2f..',
      '/blob/x',
      '/..%2fpackage.json',
    ])
      expect((await fetch(`${origin}${path}`, { headers: { cookie } })).status, path).toBe(404)
    expect((await fetch(`${origin}/preview/x`)).status).toBe(401)
    await room.ask('lan', 'articles.create', { kind: 'news', document: article({ headline: 'A' }, p('b')) })
    await close()
  })

  it('tells a window where nobody is signed in nothing but that somebody may be now', async () => {
    const { room, openWire, close } = await aHost()
    const connection = overWebSocket((await openWire()) as unknown as globalThis.WebSocket)
    const kinds: string[] = []
    const events = await connection.events(new AbortController().signal)
    const listening = (async () => {
      for await (const event of events) kinds.push(event.kind)
    })().catch(() => {})
    await pause(100)
    await room.ask('lan', 'articles.create', { kind: 'news' })
    await pause(200)
    expect([...new Set(kinds)]).toEqual(['session-changed'])
    await connection.ask('session.signIn', { signInName: 'lan' })
    await room.ask('lan', 'articles.create', { kind: 'news' })
    await expect.poll(() => kinds).toContain('articles-changed')
    await close()
    await listening
  })
})
