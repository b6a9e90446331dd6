import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { credentials } from '#main/portal/credentials'
import { readArguments } from '#main/portal/portal-arguments'
import { bundleScript } from '#tests/support/bundle-script'
import { createReviewer, publishRequestOf, sealArticle } from '#tests/support/sealed-article'
import { temporaryFolder } from '#tests/support/temporary-workspace'

interface Started {
  readonly child: ChildProcess
  readonly url: string
  readonly dataDir: string
}

async function start(
  script: string,
  args: readonly string[],
  stdio: StdioOptions = 'pipe',
): Promise<Started> {
  const child = spawn(process.execPath, [script, ...args], { stdio })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (child.stdout === null) throw new Error('no output')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, ...JSON.parse(line) }
}

/** What a portal that cannot start says before it ends with 1. */
async function refusalOf(script: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const words = await text(child.stderr)
  expect(await exitOf(child)).toBe(1)
  return words
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Each test bundles the entry and starts several processes. */
const slow = { timeout: 60_000 }

describe('the portal as a process', slow, () => {
  it('serves until SIGTERM, refuses a second one, and keeps what it acknowledged when killed', async () => {
    const script = await bundleScript('main/portal/index.ts')
    const data = await temporaryFolder()
    const args = ['--port', '0', '--data', data, '--name', 'Xã Yên Mẫu', '--accept-demo-keys']
    const first = await start(script, args)
    expect(first.dataDir).toBe(data)
    expect(await (await fetch(first.url)).text()).toContain('Xã Yên Mẫu')

    expect(await refusalOf(script, args)).toContain('đang được tiến trình khác')
    const port = new URL(first.url).port
    const elsewhere = ['--data', await temporaryFolder(), '--port', port]
    expect(await refusalOf(script, elsewhere)).toContain(`Cổng mạng ${port} đang có chương trình khác dùng`)

    const tokens = credentials.parse(JSON.parse(await readFile(join(data, 'credentials.json'), 'utf8')))
    const reviewer = await createReviewer()
    await fetch(`${first.url}/api/v1/keys/${reviewer.kid}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${tokens.adminToken}` },
      body: JSON.stringify(reviewer.registration),
    })
    const sealed = await sealArticle(reviewer)
    const published = await fetch(`${first.url}/api/v1/articles/${sealed.article}/publications/1`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${tokens.publishToken}`, 'if-none-match': '*' },
      body: JSON.stringify(publishRequestOf(sealed)),
    })
    expect(published.status).toBe(200)
    first.child.kill('SIGKILL')
    await exitOf(first.child)

    const third = await start(script, args)
    expect(await (await fetch(`${third.url}/bai/${sealed.slug}`)).text()).toContain(sealed.html)
    third.child.kill('SIGTERM')
    expect(await exitOf(third.child)).toBe(0)
  })

  it('ends with its parent when asked to, over stdin or IPC', async () => {
    const script = await bundleScript('main/portal/index.ts')
    const piped = await start(script, ['--data', await temporaryFolder(), '--with-parent'])
    piped.child.stdin?.end()
    expect(await exitOf(piped.child)).toBe(0)

    const data = await temporaryFolder()
    const connected = await start(
      script,
      ['--data', data, '--with-parent'],
      ['ignore', 'pipe', 'inherit', 'ipc'],
    )
    connected.child.disconnect()
    expect(await exitOf(connected.child)).toBe(0)
  })
})

describe('its arguments', () => {
  it('have defaults that need nothing', () => {
    expect(readArguments([], {})).toEqual({
      port: 0,
      withParent: false,
      portal: {
        dataDir: resolve('portal-data'),
        name: 'Cổng thông tin điện tử xã',
        acceptDemoKeys: false,
        credentials: {},
      },
    })
  })

  it('take tokens from the environment and categories as JSON', () => {
    const categories = '[{"id":"mot","name":"Một"}]'
    const given = readArguments(['--categories', categories, '--public-url', 'https://yenmau.example'], {
      TOA_SOAN_PORTAL_PUBLISH_TOKEN: 'p'.repeat(16),
      TOA_SOAN_PORTAL_ADMIN_TOKEN: 'a'.repeat(16),
    })
    expect(given.portal).toMatchObject({
      credentials: { publishToken: 'p'.repeat(16), adminToken: 'a'.repeat(16) },
      categories: [{ id: 'mot', name: 'Một' }],
      publicUrl: 'https://yenmau.example',
    })
  })

  it.each([
    ['--port', 'abc'],
    ['--port', '70000'],
    ['--public-url', 'ftp://a'],
    ['--categories', '{'],
    ['--categories', '[{"id":"Chữ Hoa","name":"a"}]'],
    ['--name', ' '],
  ])('refuse %s %s by name', (option, value) => {
    expect(() => readArguments([option, value], {})).toThrow(`Tham số ${option} chưa đúng`)
  })

  it('refuse what they do not know', () => {
    expect(() => readArguments(['--unknown'], {})).toThrow('--unknown')
  })
})
