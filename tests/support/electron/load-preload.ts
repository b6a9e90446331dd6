import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { MessagePort } from 'node:worker_threads'

interface PageMessage {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
  readonly ports: readonly MessagePort[]
}

/** A page in which the built preload runs as in Electron's sandbox: it can require `electron` and nothing else. */
export interface PreloadedPage {
  readonly ipcRenderer: EventEmitter
  /** What the preload sent to main, by channel. */
  readonly sent: string[]
  /** Names that the preload put on the page's window. */
  readonly exposed: () => string[]
  readonly listen: (listener: (message: PageMessage) => void) => void
  readonly post: (message: Partial<PageMessage>) => void
}

const preloadFile = join(import.meta.dirname, '../../../out/preload/index.cjs')

export function loadPreload(origin: string, send: (channel: string) => void = () => {}): PreloadedPage {
  const listeners: ((message: PageMessage) => void)[] = []
  const sent: string[] = []
  const ipcRenderer = Object.assign(new EventEmitter(), {
    send: (channel: string) => {
      sent.push(channel)
      send(channel)
    },
  })
  const post = (message: Partial<PageMessage>) => {
    const whole = { data: undefined, origin, source: page, ports: [], ...message }
    for (const listener of listeners) listener(whole)
  }
  const page = {
    location: { origin },
    addEventListener: (_type: string, listener: (message: PageMessage) => void) => listeners.push(listener),
    postMessage: (data: unknown, target: string, ports: readonly MessagePort[] = []) => {
      if (target === origin) post({ data, ports })
    },
  }
  const own = Object.keys(page)
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return { ipcRenderer }
  }
  runInContext(
    readFileSync(preloadFile, 'utf8'),
    createContext({ window: page, require, exports: {}, module: { exports: {} } }),
  )
  return {
    ipcRenderer,
    sent,
    exposed: () => Object.keys(page).filter(name => !own.includes(name)),
    listen: listener => listeners.push(listener),
    post,
  }
}
