import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import { channels } from '#common/api/channels'
import { loadPreload } from '#tests/support/electron/load-preload'
import { buildIfStale } from '../../../../main/launch/build.mjs'

const origin = 'app://toa-soan'

describe('the built preload', () => {
  beforeAll(async () => {
    expect(await buildIfStale(console.error)).toBe(true)
  }, 120_000)

  it('exposes nothing to the page', () => {
    expect(loadPreload(origin).exposed()).toEqual([])
  })

  it('asks main for a port only when the page itself asks', () => {
    const page = loadPreload(origin)
    page.post({ data: 'something else' })
    page.post({ data: channels.ask, source: {} })
    page.post({ data: channels.ask, origin: 'https://evil.example' })
    expect(page.sent).toEqual([])
    page.post({ data: channels.ask })
    expect(page.sent).toEqual([channels.ask])
  })

  it('hands the page the port that main sent', () => {
    const page = loadPreload(origin)
    const { port1, port2 } = new MessageChannel()
    const received: unknown[] = []
    page.listen(message => message.data === channels.port && received.push(...message.ports))
    page.ipcRenderer.emit(channels.port, { ports: [port2] })
    expect(received).toEqual([port2])
    port1.close()
  })

  it('carries no schema library', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../../out/preload/index.cjs'), 'utf8')
    expect(source.length).toBeLessThan(4_000)
    expect(source.match(/require\(["'][^"']+["']\)/g)).toEqual(['require("electron")'])
  })
})
