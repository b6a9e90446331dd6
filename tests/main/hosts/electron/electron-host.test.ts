import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channels } from '#common/api/channels'
import { contract } from '#common/api/contract'
import type { FakeContents, FakeWindow } from '#tests/support/electron/fake-window'
import { openPage, type Page } from '#tests/support/electron/open-page'
import { type BuiltElectron, startBuiltElectron, until } from '#tests/support/electron/start-built-electron'

const origin = 'app://toa-soan'

describe('the built Electron main process', () => {
  let built: BuiltElectron
  let window: FakeWindow
  let contents: FakeContents
  let page: Page

  beforeAll(async () => {
    built = await startBuiltElectron()
    await until(() => built.electron.windows.some(candidate => candidate.isShown))
    const [first] = built.electron.windows
    if (first === undefined) throw new Error('no window')
    window = first
    contents = window.webContents
    page = await openPage(built.electron, window)
  }, 120_000)
  afterAll(() => built?.end())

  const registered = (name: string, ...args: unknown[]): unknown => {
    const handler = built.electron.registered.get(name) as ((...given: unknown[]) => unknown) | undefined
    if (handler === undefined) throw new Error(`${name} is not registered`)
    return handler(...args)
  }
  const fetchPage = (path: string, init?: RequestInit) =>
    registered('handle app', new Request(`${origin}${path}`, init)) as Promise<Response>

  it('opens one window whose page has no power but its port', () => {
    expect(built.electron.app.isSandboxed).toBe(true)
    expect(built.electron.windows).toHaveLength(1)
    expect(window.options.webPreferences).toEqual({
      preload: expect.stringMatching(/out\/preload\/index\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      devTools: true,
      spellcheck: false,
    })
    expect(contents.getURL()).toBe(`${origin}/`)
  })

  it('serves app:// as a standard, secure scheme and no more', () => {
    expect(built.electron.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ])
  })

  it('serves the renderer under a strict policy, and nothing outside it', async () => {
    const index = await fetchPage('/')
    expect(index.status).toBe(200)
    const policy = index.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|https?:|ws:|\*/)
    expect((await fetchPage('/..%2f..%2fpackage.json')).status).toBe(404)
    const foreign = new Request('app://elsewhere/index.html')
    expect(((await registered('handle app', foreign)) as Response).status).toBe(404)
  })

  it('turns away blobs, previews and uploads of nobody', async () => {
    expect((await fetchPage(`/blob/${'0'.repeat(64)}`)).status).toBe(401)
    expect((await fetchPage('/preview/some-article')).status).toBe(401)
    const upload = await fetchPage('/blob?name=a.png', { method: 'POST', body: 'x' })
    expect(await upload.json()).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } })
  })

  it('grants the clipboard to its own page, and nothing else to anyone', () => {
    const request = (permission: string, url: string) => {
      let granted: unknown
      registered('permission request', { getURL: () => url }, permission, (decision: boolean) => {
        granted = decision
      })
      return granted
    }
    expect(request('clipboard-sanitized-write', `${origin}/`)).toBe(true)
    expect(request('clipboard-sanitized-write', 'https://evil.example/')).toBe(false)
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'openExternal',
    ])
      expect(request(permission, `${origin}/`)).toBe(false)
    expect(registered('permission check', null, 'media', `${origin}/`)).toBe(false)
    expect(registered('permission check', null, 'clipboard-sanitized-write', `${origin}/`)).toBe(true)
    expect(registered('device permission', {})).toBe(false)
    registered('display media', {}, (streams: object) => expect(streams).toEqual({}))
  })

  it.each([
    [`${origin}/assets/index.js`, false],
    ['blob:app://toa-soan/1', false],
    ['data:image/png;base64,AA', false],
    ['https://evil.example/', true],
    ['http://127.0.0.1:7345/', true],
    ['file:///etc/passwd', true],
    ['app://elsewhere/', true],
    ['ws://evil.example/', true],
  ])('a request for %s is cancelled: %s', (url, cancel) => {
    registered('before request', { url }, (decision: object) => expect(decision).toEqual({ cancel }))
    expect.assertions(1)
  })

  it('keeps the page where it is', () => {
    expect(contents.isPrevented('will-navigate', { url: 'https://evil.example/' })).toBe(true)
    expect(contents.isPrevented('will-navigate', { url: `${origin}/other` })).toBe(true)
    expect(contents.isPrevented('will-redirect', { url: `${origin}/` })).toBe(true)
    expect(contents.isPrevented('will-attach-webview', {})).toBe(true)
    const frame = (url: string, isMainFrame = false) =>
      contents.isPrevented('will-frame-navigate', { url, isMainFrame })
    expect(frame(`${origin}/preview/a1`)).toBe(false)
    expect(frame(`${origin}/preview/a1`, true)).toBe(true)
    expect(frame(`${origin}/blob/a1`)).toBe(true)
    expect(frame('https://evil.example/preview/a1')).toBe(true)
  })

  it.each([
    ['https://chinhphu.vn/', 0, ['https://chinhphu.vn/']],
    ['mailto:ubnd@example.vn', 0, ['mailto:ubnd@example.vn']],
    ['https://chinhphu.vn/', 1, []],
    ['http://chinhphu.vn/', 0, []],
    ['file:///etc/passwd', 0, []],
    ['javascript:alert(1)', 0, []],
    ['not a url', 0, []],
  ])('a link to %s with answer %i opens %j', async (url, button, opened) => {
    built.electron.opened.length = 0
    built.electron.answers.button = button
    expect(contents.openHandler({ url })).toEqual({ action: 'deny' })
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(built.electron.opened).toEqual(opened)
  })

  it('speaks the contract over the port that the preload handed over', async () => {
    const answer = await page.connection.ask('session.current', {})
    expect(answer.ok).toBe(true)
    expect(answer.ok && contract['session.current'].output.safeParse(answer.value).success).toBe(true)
    expect(await page.connection.ask('articles.list', {})).toMatchObject({
      ok: false,
      problem: { code: 'not-signed-in' },
    })
  })

  it('hears no frame but its own main frame', () => {
    let deliveries = 0
    const { deliver } = contents
    contents.deliver = () => {
      deliveries += 1
    }
    const ask = (sender: unknown, senderFrame: unknown) =>
      built.electron.ipcMain.emit(channels.ask, { sender, senderFrame })
    ask(contents, { url: `${origin}/preview/a1` })
    ask(contents, null)
    ask({ mainFrame: contents.mainFrame }, contents.mainFrame)
    contents.mainFrame.url = 'https://evil.example/'
    ask(contents, contents.mainFrame)
    contents.mainFrame.url = `${origin}/`
    expect(deliveries).toBe(0)
    contents.deliver = deliver
  })

  it('gives each load a port of its own and keeps the person signed in', async () => {
    const again = await openPage(built.electron, window)
    expect((await again.connection.ask('session.current', {})).ok).toBe(true)
    await until(() => page.isClosed())
    page = again
  })

  it('has a Vietnamese menu whose entries press the shortcuts of the page', () => {
    const { menu } = built.electron
    expect(menu.map(entry => entry.label)).toEqual(['Tệp', 'Sửa', 'Đi', 'Xem', 'Trợ giúp'])
    contents.keys.length = 0
    built.click('Soạn tin mới')
    built.click('Hoàn tác')
    expect(contents.keys).toEqual([
      { type: 'keyDown', keyCode: 'N', modifiers: ['alt'] },
      { type: 'keyUp', keyCode: 'N', modifiers: ['alt'] },
      { type: 'keyDown', keyCode: 'Z', modifiers: ['control'] },
      { type: 'keyUp', keyCode: 'Z', modifiers: ['control'] },
    ])
  })

  it('prints the article on screen, and says what to do when there is none', async () => {
    const { dialogs, answers } = built.electron
    built.click('In ra PDF…')
    await until(() => dialogs.some(({ options }) => /Chưa có tin bài nào/.test(String(options.message))))
    contents.mainFrame.url = `${origin}/#/soan/a1b2`
    answers.filePath = join(built.directory, 'tin-bai.pdf')
    built.click('In ra PDF…')
    await until(() => existsSync(answers.filePath))
    expect(readFileSync(answers.filePath, 'utf8')).toMatch(/^%PDF-/)
    const printed = built.electron.windows.at(-1)
    expect(printed?.webContents.getURL()).toBe(`${origin}/preview/a1b2`)
    expect(printed?.isDestroyed()).toBe(true)
    answers.filePath = join(built.directory, 'no/such/folder.pdf')
    built.click('In ra PDF…')
    await until(() => dialogs.some(({ options }) => /Chưa in được/.test(String(options.message))))
    contents.mainFrame.url = `${origin}/`
  })

  it('comes to the front when it is started a second time', () => {
    let focused = 0
    window.once('focused', () => {
      focused += 1
    })
    built.electron.app.emit('second-instance')
    expect(focused).toBe(1)
  })

  it('loads the page anew after its process died', () => {
    const before = contents.reloads
    contents.emit('render-process-gone', {}, { reason: 'crashed' })
    contents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(contents.reloads).toBe(before + 1)
  })

  it('waits for unsaved typing before it closes', async () => {
    const before = window.closes
    expect(contents.isPrevented('will-prevent-unload', {})).toBe(false)
    await until(() => window.closes === before + 1)
  })

  it('keeps the place of its window', async () => {
    window.close()
    await until(() => built.windowState() !== null)
    expect(built.windowState()).toEqual({
      bounds: { x: 10, y: 20, width: 1100, height: 700 },
      maximized: false,
    })
  })

  it('closes newsroom, store and portal before it exits', async () => {
    built.electron.app.quit()
    await until(() => built.electron.app.exits.length > 0)
    expect(built.electron.app.exits).toEqual([0])
  })
})
