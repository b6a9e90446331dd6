import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { forkUtility } from './fake-utility-process'
import { FakeWindow } from './fake-window'

/** A handler that the program under test registered, by the name of the registering method. */
type Registered = Map<string, (...args: never[]) => unknown>

/** What the built program did with Electron, and the levers to play the platform. */
export interface FakeElectron {
  /** The names the built program may import from `electron`. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly app: FakeApp
  readonly ipcMain: EventEmitter
  readonly windows: FakeWindow[]
  readonly schemes: unknown[]
  readonly registered: Registered
  readonly dialogs: { readonly method: string; readonly options: Record<string, unknown> }[]
  readonly opened: string[]
  /** Index of the button, or the value, that the next dialogs answer with. */
  readonly answers: { button: number; filePath: string }
  menu: readonly Record<string, unknown>[]
}

class FakeApp extends EventEmitter {
  readonly isPackaged = false
  readonly paths = new Map<string, string>()
  readonly exits: number[] = []
  isSandboxed = false
  isFirstInstance = true
  quits = 0
  enableSandbox = () => {
    this.isSandboxed = true
  }
  requestSingleInstanceLock = () => this.isFirstInstance
  whenReady = () => Promise.resolve()
  getVersion = () => '0.0.0'
  getPath = (name: string) => this.paths.get(name) ?? ''
  setPath = (name: string, path: string) => this.paths.set(name, path)
  exit = (code: number) => this.exits.push(code)
  quit = () => {
    this.quits += 1
    this.emit('will-quit', { preventDefault: () => {} })
  }
}

/** Electron's main-process port over one of Node's: the events carry `{ data, ports }`. */
class FakePortMain extends EventEmitter {
  constructor(readonly port: MessagePort) {
    super()
    port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
    port.on('close', () => this.emit('close'))
  }
  postMessage = (message: unknown) => this.port.postMessage(message)
  start = () => this.port.start()
  close = () => this.port.close()
}

class FakeChannel {
  readonly port1: FakePortMain
  readonly port2: MessagePort
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new FakePortMain(port1)
    this.port2 = port2
  }
}

export function createFakeElectron(userData: string): FakeElectron {
  const app = new FakeApp()
  app.setPath('userData', userData)
  const registered: Registered = new Map()
  const register = (name: string) => (handler: (...args: never[]) => unknown) => registered.set(name, handler)
  const dialogs: FakeElectron['dialogs'] = []
  const answers = { button: 0, filePath: '' }
  const opened: string[] = []
  const windows: FakeWindow[] = []
  const schemes: unknown[] = []
  const ipcMain = new EventEmitter()
  const ask =
    (method: string, answer: () => unknown) =>
    (...args: unknown[]) => {
      dialogs.push({ method, options: (args.at(-1) ?? {}) as Record<string, unknown> })
      return answer()
    }
  const fake: FakeElectron = {
    app,
    ipcMain,
    windows,
    schemes,
    registered,
    dialogs,
    opened,
    answers,
    menu: [],
    exports: {
      app,
      ipcMain,
      BrowserWindow: class extends FakeWindow {
        constructor(options: Record<string, unknown>) {
          super(options)
          windows.push(this)
        }
      },
      MessageChannelMain: FakeChannel,
      Menu: {
        buildFromTemplate: (template: readonly Record<string, unknown>[]) => template,
        setApplicationMenu: (menu: readonly Record<string, unknown>[]) => {
          fake.menu = menu
        },
      },
      dialog: {
        showMessageBox: ask('showMessageBox', () => Promise.resolve({ response: answers.button })),
        showMessageBoxSync: ask('showMessageBoxSync', () => answers.button),
        showSaveDialog: ask('showSaveDialog', () =>
          Promise.resolve({ canceled: answers.filePath === '', filePath: answers.filePath }),
        ),
        showErrorBox: (title: string, content: string) =>
          dialogs.push({ method: 'showErrorBox', options: { title, content } }),
      },
      protocol: { registerSchemesAsPrivileged: (given: unknown[]) => schemes.push(...given) },
      screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
      session: {
        defaultSession: {
          protocol: {
            handle: (scheme: string, handler: (request: Request) => unknown) =>
              registered.set(`handle ${scheme}`, handler),
          },
          setPermissionRequestHandler: register('permission request'),
          setPermissionCheckHandler: register('permission check'),
          setDevicePermissionHandler: register('device permission'),
          setDisplayMediaRequestHandler: register('display media'),
          webRequest: { onBeforeRequest: register('before request') },
          on: (event: string, handler: (...args: never[]) => unknown) => registered.set(event, handler),
        },
      },
      shell: {
        openExternal: async (url: string) => opened.push(url),
        openPath: async (path: string) => opened.push(path),
      },
      utilityProcess: { fork: forkUtility },
    },
  }
  return fake
}
