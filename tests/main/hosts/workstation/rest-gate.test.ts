import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryFolder } from '#tests/support/temporary-workspace'

/** Longer than any test may take: who waits for that fails. */
const neverMs = 600_000

async function open(directory: string, latestRestMs = neverMs) {
  const opened = await openWorkspace({
    directory,
    files: nodeFiles(),
    environment: hostEnvironment,
    host: 'browser',
    demo: true,
    latestRestMs,
  })
  if (opened.kind === 'busy') throw new Error('busy')
  return opened.workspace
}

/** A workspace with one article, opened again: its articles are read behind the first screen. */
async function reopened(latestRestMs = neverMs) {
  const directory = await temporaryFolder()
  const { newsroom, close } = await open(directory)
  await newsroom.setUpSample('Xã Mẫu', [{ name: 'Lê Thị Lan', signInName: 'lan', roles: ['writer'] }])
  const session: Session = { account: null }
  await newsroom.ask('session.signIn', { signInName: 'lan' }, session)
  await newsroom.ask('articles.create', { kind: 'news' }, session)
  await close()
  const workspace = await open(directory, latestRestMs)
  await workspace.newsroom.ask('session.signIn', { signInName: 'lan' }, session)
  return { ...workspace, session }
}

describe('what a first screen does not need', () => {
  it('waits for the first list', async () => {
    const { newsroom, session, close } = await reopened()
    await newsroom.ask('session.current', {}, session)
    await pause(100)
    expect(newsroom.store.isLoaded).toBe(false)
    expect(await newsroom.ask('articles.list', { limit: 50 }, session)).toMatchObject({
      ok: true,
      value: { total: 1, counters: null },
    })
    await expect.poll(() => newsroom.store.isLoaded, { timeout: 4_000 }).toBe(true)
    await close()
  })

  it('is read at once when an operation needs it, a narrowed list too', async () => {
    for (const [name, input] of [
      ['articles.list', { kinds: ['news'], limit: 50 }],
      ['names.read', {}],
    ] as const) {
      const { newsroom, session, close } = await reopened()
      await newsroom.ask(name, input, session)
      expect(newsroom.store.isLoaded).toBe(true)
      await close()
    }
  })

  it('does not keep a newsroom with something to save from closing', async () => {
    const { newsroom, close } = await reopened()
    expect(newsroom.store.isLoaded).toBe(false)
    await close()
  })

  it('is read without being asked for', async () => {
    const { newsroom, close } = await reopened(200)
    await newsroom.store.loaded
    expect(newsroom.store.isLoaded).toBe(true)
    await close()
  })
})
