import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Account } from '#common/domain/account'
import { accountId } from '#common/domain/ids'
import { organisationChange } from '#main/accounts/workspace-settings'
import type { Caller, Core } from '#main/core/capability'
import { collections, type NewsroomCollections } from '#main/core/collections'
import { taskRunner } from '#main/safekeeping/perform-task'
import { createSafekeeping } from '#main/safekeeping/safekeeping'
import { nodeFiles } from '#main/store/files/node-files'
import { openStore } from '#main/store/open-store'
import { manualClock } from '#tests/support/manual-clock'
import { temporaryFolder, temporaryWorkspace } from '#tests/support/temporary-workspace'

const hourMs = 3_600_000
const files = nodeFiles()
const person: Account = {
  id: accountId.parse('t'.repeat(26)),
  name: 'Vũ Minh Trí',
  signInName: 'tri',
  roles: ['administrator'],
  demo: false,
  active: true,
  createdAt: '2026-11-20T03:00:00.000Z',
}
const caller: Caller = { session: { account: person.id }, account: person }

/** Safekeeping over a real store, on a clock that a test moves and a disk whose free space it sets. */
async function anOffice() {
  const clock = manualClock()
  const directory = await temporaryWorkspace()
  const store = await openStore<NewsroomCollections>({
    directory,
    collections,
    files,
    environment: clock.environment,
    epoch: 1,
  })
  const core: Core = { store, environment: clock.environment, announce: () => {} }
  await store.commit({
    event: { type: 'test', at: person.createdAt, actor: null, subject: null, details: {} },
    changes: [organisationChange({ name: 'Xã Thử', demo: false })],
  })
  const space = { freeBytes: 50_000_000_000, refilled: 0 }
  const safekeeping = createSafekeeping({
    core,
    files,
    disk: {
      freeBytes: async () => space.freeBytes,
      mounts: async () => '',
      folders: async () => [],
      places: async () => [],
    },
    reserve: {
      released: false,
      refill: async () => {
        space.refilled += 1
        return true
      },
    },
    runTask: taskRunner(files, clock.environment),
    platform: 'linux',
    timer: clock.timer,
  })
  const read = async () => {
    const view = await safekeeping.handlers['safekeeping.read']({}, caller)
    if (!view.ok) throw new Error(view.problem.code)
    return view.value
  }
  /** Moves the clock and waits until the round that fell due has ended: the next one is then set. */
  const pass = async (ms: number) => {
    clock.advance(ms)
    while (clock.untilNext() === null) await setImmediate()
  }
  const configure = (folder: string) =>
    safekeeping.handlers['backups.configure']({ folder, daily: true }, caller)
  const close = async () => {
    await safekeeping.close()
    await store.close()
  }
  return { clock, store, safekeeping, space, read, pass, configure, close, directory }
}

describe('the rounds', () => {
  it('back up once a day, at the first chance', async () => {
    const office = await anOffice()
    const stick = await temporaryFolder()
    await office.configure(stick)
    office.safekeeping.start()
    await office.pass(hourMs / 60)
    const first = (await office.read()).backup.last
    expect(first).toMatchObject({ folder: stick, own: true, thoroughAt: expect.any(String) })
    await office.pass(10 * hourMs)
    expect((await office.read()).backup.last).toEqual(first)
    await office.pass(11 * hourMs)
    const second = (await office.read()).backup.last
    expect(second?.name).not.toBe(first?.name)
    expect(second?.thorough).toBe(false)
    await office.close()
  })

  it('try again when the stick is back, say why it failed, and complain after a week', async () => {
    const office = await anOffice()
    const parent = await temporaryFolder()
    const stick = join(parent, 'usb')
    await mkdir(stick)
    await office.configure(stick)
    await rename(stick, join(parent, 'rút ra'))
    office.safekeeping.start()
    await office.pass(hourMs / 60)
    const failed = (await office.read()).backup
    expect(failed).toMatchObject({ last: null, failed: { problem: { code: 'folder-not-found' } } })
    await office.pass(8 * 24 * hourMs)
    expect((await office.read()).backup.overdue).toBe(true)
    await rename(join(parent, 'rút ra'), stick)
    await office.pass(hourMs)
    const { backup } = await office.read()
    expect(backup).toMatchObject({ failed: null, overdue: false, last: { folder: stick } })
    await office.close()
  })

  it('collect blobs nothing names, once a week', async () => {
    const office = await anOffice()
    const orphan = await office.store.blobs.put(Buffer.from('ảnh bỏ dở'))
    office.safekeeping.start()
    await office.pass(hourMs / 60)
    const found = []
    for await (const hash of office.store.blobs.hashes()) found.push(hash)
    expect(found).toEqual([])
    expect(await office.store.blobs.has(orphan.hash)).toBe(true)
    await office.pass(40 * 24 * hourMs)
    expect(await office.store.blobs.has(orphan.hash)).toBe(false)
    expect(office.space.refilled).toBeGreaterThan(1)
    await office.close()
  })
})

describe('where backups go', () => {
  it('is refused when it is not there, inside the workspace or cannot be written', async () => {
    const office = await anOffice()
    const code = async (folder: string) => {
      const answer = await office.configure(folder)
      return answer.ok ? 'ok' : answer.problem.code
    }
    expect(await code('/không/có')).toBe('folder-not-found')
    expect(await code('usb')).toBe('folder-not-found')
    expect(await code(office.directory)).toBe('folder-inside-workspace')
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'sao-luu-toa-soan'), 'một tệp ở đúng chỗ thư mục')
    expect(await code(folder)).toBe('folder-not-writable')
    expect((await office.read()).backup.folder).toBeNull()
    expect(await office.safekeeping.handlers['backups.make']({}, caller)).toMatchObject({
      problem: { code: 'backup-folder-unset' },
    })
    await office.close()
  })
})

describe('one heavy task at a time', () => {
  it('refuses a second one by name, stops the first on request, and ends cleanly in the middle', async () => {
    const office = await anOffice()
    for (let number = 0; number < 30; number++) await office.store.blobs.put(Buffer.from(`tệp ${number}`))
    await office.configure(await temporaryFolder())
    const first = office.safekeeping.handlers['backups.make']({}, caller)
    while ((await office.read()).task === null) await setImmediate()
    expect(await office.safekeeping.handlers['safekeeping.verify']({}, caller)).toMatchObject({
      problem: { code: 'safekeeping-busy', params: { task: 'backup' } },
    })
    await office.safekeeping.handlers['safekeeping.cancel']({}, caller)
    expect(await first).toMatchObject({ problem: { code: 'safekeeping-cancelled' } })
    expect(await office.read()).toMatchObject({ task: null, backup: { failed: null } })
    void office.safekeeping.handlers['backups.make']({}, caller)
    await office.close()
    expect(office.store.health.kind).toBe('writable')
  })
})

describe('verification', () => {
  it('names the first bad thing on the page', async () => {
    const office = await anOffice()
    const { hash } = await office.store.blobs.put(Buffer.from('ảnh'))
    expect(await office.safekeeping.handlers['safekeeping.verify']({}, caller)).toMatchObject({
      value: { ok: true },
    })
    await writeFile(join(office.directory, 'blobs', hash.slice(0, 2), hash.slice(2)), 'anh')
    await office.safekeeping.handlers['safekeeping.verify']({}, caller)
    expect((await office.read()).verification).toMatchObject({
      ok: false,
      firstBad: { file: expect.stringContaining(hash.slice(2)) },
    })
    await office.close()
  })
})

describe('room on the disk', () => {
  it('is watched: a warning first, then no more files, and the level is said', async () => {
    const office = await anOffice()
    expect((await office.read()).space.level).toBe('enough')
    office.space.freeBytes = 1_000_000_000
    expect((await office.read()).space.level).toBe('low')
    expect(await office.safekeeping.roomFor(50_000_000)).toBeNull()
    office.space.freeBytes = 230_000_000
    expect(await office.safekeeping.roomFor(50_000_000)).toEqual({
      code: 'space-short',
      params: { freeMegabytes: 230, neededMegabytes: 200 },
    })
    office.space.freeBytes = 100_000_000
    expect((await office.read()).space.level).toBe('short')
    await office.close()
  })
})
