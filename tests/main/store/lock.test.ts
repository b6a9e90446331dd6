import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import { callHolder } from '#main/store/lock/call-holder'
import { lockAddress } from '#main/store/lock/lock-address'
import { bundleScript } from '#tests/support/bundle-script'
import { temporaryFolder, temporaryWorkspace } from '#tests/support/temporary-workspace'
import { testEnvironment } from '#tests/support/test-environment'

const files = nodeFiles()

function acquire(
  directory: string,
  options: {
    readonly onCall?: (call: unknown) => Promise<unknown>
    readonly platform?: NodeJS.Platform
  } = {},
) {
  return acquireLock(directory, {
    files,
    environment: testEnvironment(),
    host: 'browser',
    onCall: async call => call,
    ...options,
  })
}

async function held(directory: string, options: Parameters<typeof acquire>[1] = {}) {
  const result = await acquire(directory, options)
  if (result.kind === 'busy') throw new Error('the lock is taken')
  onTestFinished(() => result.lock.release())
  return result.lock
}

/** One raw line to the holder, and what it says back before it hangs up. */
async function rawCall(directory: string, line: string): Promise<string> {
  const socket = connect(lockAddress(await files.realPath(directory), process.platform).path)
  socket.write(`${line}\n`)
  let said = ''
  for await (const chunk of socket) said += String(chunk)
  return said
}

// macOS's way, a socket file, works on every Unix, so it is tested here beside the kernel's own names.
describe.each([['linux'], ['darwin']] as const)('the lock as on %s', platform => {
  it('is held by one; the other is told who holds it', async () => {
    const directory = await temporaryFolder()
    const lock = await held(directory, { platform })
    lock.announce('http://127.0.0.1:4321')
    const holder = { host: 'browser', pid: process.pid, address: 'http://127.0.0.1:4321' }
    expect(await acquire(directory, { platform })).toEqual({ kind: 'busy', holder })
    expect(lock.holder).toEqual(holder)
  })

  it('is free after release, and each writer has a higher epoch', async () => {
    const directory = await temporaryFolder()
    const epochs: number[] = []
    for (let n = 0; n < 3; n++) {
      const result = await acquire(directory, { platform })
      if (result.kind === 'busy') throw new Error('the lock is taken')
      epochs.push(result.lock.epoch)
      await result.lock.release()
    }
    expect(epochs).toEqual([1, 2, 3])
    expect(await callHolder(directory, 'ai đó?', { files, platform })).toEqual({ kind: 'nobody' })
  })

  it('goes to exactly one of many who start at once', async () => {
    const directory = await temporaryFolder()
    const results = await Promise.all(Array.from({ length: 8 }, () => acquire(directory, { platform })))
    const winners = results.flatMap(result => (result.kind === 'held' ? [result.lock] : []))
    expect(winners).toHaveLength(1)
    for (const result of results) if (result.kind === 'busy') expect(result.holder.pid).toBe(process.pid)
    await winners[0]?.release()
  })

  it('carries calls and their answers, large ones too, and tells failures', async () => {
    const directory = await temporaryFolder()
    await held(directory, {
      platform,
      onCall: async call => {
        if (call === 'hỏng') throw new Error('không làm được')
        return { echo: call }
      },
    })
    const big = 'Ủy ban nhân dân xã '.repeat(50_000)
    expect(await callHolder(directory, big, { files, platform })).toEqual({
      kind: 'answered',
      reply: { echo: big },
    })
    expect(await callHolder(directory, 'hỏng', { files, platform })).toEqual({
      kind: 'failed',
      reason: 'không làm được',
    })
  })
})

describe('the control socket', () => {
  it('is the same for every way of writing the folder', async () => {
    const directory = await temporaryFolder()
    const link = join(await temporaryFolder(), 'lối tắt')
    await symlink(directory, link)
    await held(directory)
    expect((await acquire(link)).kind).toBe('busy')
  })

  it('answers nobody without the token, which only the owner can read', async () => {
    const directory = await temporaryFolder()
    let calls = 0
    await held(directory, { onCall: async () => ++calls })
    expect((await stat(join(directory, 'control.token'))).mode & 0o777).toBe(0o600)
    for (const token of ['', 'x', '0'.repeat(64)]) {
      const said = await rawCall(directory, JSON.stringify({ token, call: 'xin chào' }))
      expect(JSON.parse(said)).toMatchObject({ ok: false, refusedToken: true })
    }
    expect(JSON.parse(await rawCall(directory, 'không phải JSON'))).toMatchObject({ ok: false })
    expect(JSON.parse(await rawCall(directory, '{"call":1}'))).toMatchObject({ ok: false })
    expect(calls).toBe(0)
  })

  it('cuts off who sends more than the cap', async () => {
    const directory = await temporaryFolder()
    await held(directory)
    const said = await rawCall(directory, 'x'.repeat(17 * 1024 * 1024)).catch(() => '')
    expect(said === '' || JSON.parse(said).ok === false).toBe(true)
    expect(await callHolder(directory, 1, { files })).toEqual({ kind: 'answered', reply: 1 })
  })

  it('tells a caller that the holder does not answer in time', async () => {
    const directory = await temporaryFolder()
    await held(directory, { onCall: () => new Promise(() => {}) })
    expect(await callHolder(directory, 1, { files, timeoutMs: 50 })).toMatchObject({ kind: 'failed' })
  })

  it('names an unknown holder when its token is not to be had', async () => {
    const directory = await temporaryFolder()
    await held(directory)
    await writeFile(join(directory, 'control.token'), 'khác')
    expect(await acquire(directory)).toEqual({
      kind: 'busy',
      holder: { host: 'unknown', pid: null, address: null },
    })
  })

  it('answers the call that makes the holder let go', async () => {
    const directory = await temporaryFolder()
    const result = await acquire(directory, {
      onCall: async () => {
        if (result.kind === 'held') await result.lock.release()
        return 'nhường'
      },
    })
    expect(await callHolder(directory, 'nhường đi', { files })).toEqual({ kind: 'answered', reply: 'nhường' })
    expect((await held(directory)).epoch).toBe(2)
  })
})

describe('two processes', () => {
  it('never both write, and a killed one leaves nothing stale', { timeout: 60_000 }, async () => {
    const script = await bundleScript('tests/main/store/children/committer.ts')
    const directory = await temporaryWorkspace()
    const start = () => spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
    const firstLine = async (child: ReturnType<typeof start>): Promise<string> => {
      for await (const line of createInterface({ input: child.stdout })) return line
      return ''
    }
    for (let round = 1; round <= 3; round++) {
      const children = [start(), start()]
      const lines = await Promise.all(children.map(firstLine))
      expect(lines.filter(line => line.startsWith('held'))).toEqual([`held ${round}`])
      const winner = children[lines.findIndex(line => line.startsWith('held'))]
      const busy = lines.find(line => line.startsWith('busy')) ?? ''
      expect(JSON.parse(busy.slice(5))).toEqual({ host: 'command-line', pid: winner?.pid, address: null })
      expect(await callHolder(directory, { hỏi: 'thăm' }, { files })).toEqual({
        kind: 'answered',
        reply: { hỏi: 'thăm' },
      })
      winner?.kill('SIGKILL')
      if (winner !== undefined && winner.exitCode === null && winner.signalCode === null)
        await once(winner, 'exit')
    }
  })

  it('take over a socket file whose process died, as on macOS', async () => {
    const directory = await temporaryFolder()
    const { path } = lockAddress(await files.realPath(directory), 'darwin')
    onTestFinished(() => files.remove(path))
    const dying = spawn(process.execPath, [
      '-e',
      `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`,
    ])
    await once(dying, 'exit')
    expect((await stat(path)).isSocket()).toBe(true)
    expect((await held(directory, { platform: 'darwin' })).epoch).toBe(1)
  })
})
