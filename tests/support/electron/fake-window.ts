import { EventEmitter } from 'node:events'
import type { MessagePort } from 'node:worker_threads'

export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  readonly keys: unknown[] = []
  reloads = 0
  openHandler: (details: { url: string }) => unknown = () => undefined
  /** Plays the wire between the processes: what main posted to the page's preload. */
  deliver: (channel: string, ports: readonly MessagePort[]) => void = () => {}
  setWindowOpenHandler = (handler: FakeContents['openHandler']) => {
    this.openHandler = handler
  }
  getURL = () => this.mainFrame.url
  focus = () => {}
  reload = () => {
    this.reloads += 1
  }
  sendInputEvent = (event: unknown) => this.keys.push(event)
  postMessage = (channel: string, _message: unknown, ports: readonly MessagePort[]) =>
    this.deliver(channel, ports)
  printToPDF = async () => Buffer.from('%PDF-1.7 fake')

  /** Emits an event that can be prevented; true when it was. */
  isPrevented(name: string, details: Record<string, unknown>): boolean {
    let prevented = false
    this.emit(name, { ...details, preventDefault: () => (prevented = true) })
    return prevented
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  isShown = false
  isClosed = false
  closes = 0
  constructor(readonly options: Record<string, unknown>) {
    super()
  }
  loadURL = async (url: string) => {
    this.webContents.mainFrame.url = url
    this.emit('ready-to-show')
  }
  show = () => {
    this.isShown = true
  }
  close = () => {
    this.closes += 1
    this.emit('close', { preventDefault: () => {} })
  }
  destroy = () => {
    this.isClosed = true
  }
  isDestroyed = () => this.isClosed
  isMinimized = () => false
  isMaximized = () => false
  maximize = () => {}
  restore = () => {}
  focus = () => {
    this.emit('focused')
  }
  getNormalBounds = () => ({ x: 10, y: 20, width: 1100, height: 700 })
}
