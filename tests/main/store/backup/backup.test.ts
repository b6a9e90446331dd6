import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BackupError } from '#main/store/backup/backup-error'
import { type MakeBackupOptions, makeBackup } from '#main/store/backup/make-backup'
import { openRepository, repositoryIn } from '#main/store/backup/repository'
import { restoreBackup } from '#main/store/backup/restore-backup'
import type { Files } from '#main/store/files/files'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryFolder, temporaryWorkspace } from '#tests/support/temporary-workspace'
import { testEnvironment } from '#tests/support/test-environment'
import { watchedFiles } from '#tests/support/watched-files'
import { articleOne, hashOf, openSample, type SampleCollections, sampleSchemas, saved } from '../sample-store'

const dayMs = 86_400_000
const keepAll = { from: '2026-01-01', rules: [{ everyDays: 1e-6, forDays: 10_000 }] }

function options(
  workspace: string,
  folder: string,
  more: Partial<MakeBackupOptions<SampleCollections>> = {},
): MakeBackupOptions<SampleCollections> {
  return {
    collections: sampleSchemas,
    files: nodeFiles(),
    environment: testEnvironment(Date.UTC(2026, 10, 20)),
    workspace,
    atLeast: 0,
    folder,
    title: 'Xã Mẫu',
    thorough: false,
    retention: keepAll,
    onProgress: () => {},
    signal: new AbortController().signal,
    ...more,
  }
}

/** A workspace with cards, a revision, a picture and a draft. */
async function aWorkspace(cards = 30) {
  const workspace = await temporaryWorkspace()
  const store = await openSample(workspace)
  for (let edition = 1; edition <= cards; edition++) await store.commit(saved(`a${edition}`, edition))
  await store.commit(saved('r1', 1, 'Toàn văn phiên bản'))
  const picture = await store.blobs.put(Buffer.from('ảnh lễ hội'))
  const draft = await store.drafts.create(articleOne, { text: 'bản nháp' })
  const frame = { at: '2026-01-05T03:30:00.000Z', account: 'lan', client: 'w1' }
  await draft.append({ version: 0, ...frame, steps: [{ insert: 'chữ' }] })
  await draft.sync()
  return { workspace, store, picture }
}

function restore(folder: string, backup: string, to: string, files: Files = nodeFiles()) {
  return restoreBackup({
    files,
    environment: testEnvironment(),
    repository: repositoryIn(folder),
    backup,
    to,
    onFile: () => {},
    signal: new AbortController().signal,
  })
}

const listOf = (folder: string) => openRepository(nodeFiles(), testEnvironment(), repositoryIn(folder)).list()

describe('a backup', () => {
  it('holds everything, is opened before it counts, and comes back as a workspace of its own', async () => {
    const { workspace, store, picture } = await aWorkspace()
    await store.checkpoint()
    const folder = await temporaryFolder()
    const made = await makeBackup(options(workspace, folder, { atLeast: store.head.sequence }))
    expect(made.head).toMatchObject({
      counts: { articles: 31, accounts: 0 },
      position: store.head,
      leftOut: [],
      title: 'Xã Mẫu',
    })
    expect(await listOf(folder)).toEqual([{ name: made.name, head: made.head }])
    await store.close()

    const to = join(await temporaryFolder(), 'máy mới')
    await restore(folder, made.name, to)
    const copy = await openSample(to, { epoch: 9 })
    expect(copy.health).toEqual({ kind: 'writable' })
    expect(copy.all('articles').size).toBe(31)
    expect(Buffer.from(await copy.blobs.read(picture.hash)).toString()).toBe('ảnh lễ hội')
    expect(Buffer.from(await copy.blobs.read(hashOf('Toàn văn phiên bản'))).toString()).toBe(
      'Toàn văn phiên bản',
    )
    expect(await copy.drafts.open(articleOne)).toMatchObject({ version: 1, recovery: [] })
    expect(await copy.verify()).toMatchObject({ ok: true })
    await copy.close()
  })

  it('copies only what is new', async () => {
    const { workspace, store } = await aWorkspace()
    await store.blobs.put(Buffer.alloc(300_000, 7))
    await store.checkpoint()
    const folder = await temporaryFolder()
    const environment = testEnvironment(Date.UTC(2026, 10, 20))
    const first = await makeBackup(options(workspace, folder, { environment }))
    await store.commit(saved('moi', 1))
    await store.checkpoint()
    const second = await makeBackup(options(workspace, folder, { environment }))
    expect(first.copiedBytes).toBeGreaterThan(300_000)
    expect(second.copiedBytes).toBeLessThan(first.copiedBytes / 5)
    expect((await listOf(folder)).map(({ name }) => name)).toEqual([second.name, first.name])
    await store.close()
  })

  it('is whole while somebody writes, checkpoints and archives all the time', async () => {
    const { workspace, store } = await aWorkspace()
    const folder = await temporaryFolder()
    let writing = true
    const writer = (async () => {
      for (let edition = 1; writing; edition++) {
        await store.commit(saved(`b${edition % 50}`, edition, `Bản ${edition}`))
        if (edition % 40 === 0) await store.checkpoint()
        await pause(2)
      }
    })()
    const environment = testEnvironment(Date.UTC(2026, 10, 20))
    for (let turn = 0; turn < 3; turn++) {
      await store.checkpoint()
      const atLeast = store.head.sequence
      const made = await makeBackup(
        options(workspace, folder, { environment, atLeast, thorough: turn % 2 === 0 }),
      )
      expect(made.head.position.sequence).toBeGreaterThanOrEqual(atLeast)
    }
    writing = false
    await writer
    await store.close()
    for (const { name, head } of await listOf(folder)) {
      const to = join(await temporaryFolder(), 'ra')
      await restore(folder, name, to)
      const copy = await openSample(to, { epoch: 9 })
      expect(copy.health).toEqual({ kind: 'writable' })
      expect(copy.head).toEqual(head.position)
      expect(await copy.verify()).toMatchObject({ ok: true })
      await copy.close()
    }
  })

  it('never goes into the workspace, not through a link either, and needs its folder to be there', async () => {
    const { workspace, store } = await aWorkspace()
    await store.close()
    const link = join(await temporaryFolder(), 'lối tắt')
    await mkdir(join(workspace, 'của tôi'))
    await symlink(join(workspace, 'của tôi'), link)
    for (const [folder, kind] of [
      [workspace, 'folder-inside'],
      [join(workspace, 'của tôi'), 'folder-inside'],
      [link, 'folder-inside'],
      [join(workspace, '..', 'không có'), 'folder-missing'],
    ] as const)
      await expect(makeBackup(options(workspace, folder))).rejects.toMatchObject({ kind })
  })

  it('that fails at any operation of the target says why and leaves the backup before it whole', async () => {
    const { workspace, store } = await aWorkspace(3)
    await store.checkpoint()
    const folder = await temporaryFolder()
    const environment = testEnvironment(Date.UTC(2026, 10, 20))
    const first = await makeBackup(options(workspace, folder, { environment }))
    await store.commit(saved('moi', 1, 'thêm một phiên bản'))
    await store.blobs.put(Buffer.from('thêm một ảnh'))
    await store.checkpoint()
    await store.close()
    const faults = [
      ['ENOSPC', 'disk-full'],
      ['EIO', 'folder-lost'],
      ['EROFS', 'folder-refused'],
    ] as const
    let failing = 1
    for (let passed = false; !passed; failing++) {
      const [code, kind] = faults[failing % 3] ?? faults[0]
      let count = 0
      const files = watchedFiles(nodeFiles(), ({ path }) =>
        path.startsWith(folder) && ++count === failing ? { code } : undefined,
      )
      const result = await makeBackup(options(workspace, folder, { files, environment })).catch(
        (error: unknown) => error,
      )
      if (result instanceof BackupError) {
        expect(result).toMatchObject({ kind })
        expect((await listOf(folder)).map(({ name }) => name)).toEqual([first.name])
      } else {
        expect(await listOf(folder)).toHaveLength(2)
        passed = true
      }
    }
    expect(failing).toBeGreaterThan(15)
    const to = join(await temporaryFolder(), 'ra')
    await restore(folder, first.name, to)
    const copy = await openSample(to, { epoch: 9 })
    expect(copy.head).toEqual(first.head.position)
    await copy.close()
  })

  it('stops when it is told to, and the next one goes on from there', async () => {
    const { workspace, store } = await aWorkspace()
    await store.close()
    const folder = await temporaryFolder()
    const stop = new AbortController()
    const onProgress = (_phase: string, done: number) => done === 3 && stop.abort()
    await expect(
      makeBackup(options(workspace, folder, { onProgress, signal: stop.signal })),
    ).rejects.toMatchObject({ kind: 'cancelled' })
    expect(await listOf(folder)).toEqual([])
    await makeBackup(options(workspace, folder))
    expect(await listOf(folder)).toHaveLength(1)
  })

  it('of a damaged workspace does not count', async () => {
    const { workspace, store } = await aWorkspace()
    await store.close()
    const manifest = join(workspace, 'collections', 'manifest.json')
    await writeFile(manifest, 'không còn gì')
    const folder = await temporaryFolder()
    await expect(makeBackup(options(workspace, folder))).rejects.toMatchObject({ kind: 'not-whole' })
    expect(await listOf(folder)).toEqual([])
  })

  it('names the blob that was damaged in the workspace, and keeps the good copy of it', async () => {
    const { workspace, store, picture } = await aWorkspace()
    const { hash } = await store.blobs.put(Buffer.from('ảnh khác'))
    await store.checkpoint()
    await store.close()
    const folder = await temporaryFolder()
    const environment = testEnvironment(Date.UTC(2026, 10, 20))
    await rm(join(workspace, 'blobs', hash.slice(0, 2), hash.slice(2)))
    await makeBackup(options(workspace, folder, { environment }))
    await writeFile(
      join(workspace, 'blobs', picture.hash.slice(0, 2), picture.hash.slice(2)),
      'anh le hoiiii',
    )
    await mkdir(join(workspace, 'blobs', hash.slice(0, 2)), { recursive: true })
    await writeFile(join(workspace, 'blobs', hash.slice(0, 2), hash.slice(2)), 'ảnh khac')
    const second = await makeBackup(options(workspace, folder, { environment }))
    expect(second.head.leftOut).toEqual([`blobs/${hash.slice(0, 2)}/${hash.slice(2)}`])
    const to = join(await temporaryFolder(), 'ra')
    await restore(folder, second.name, to)
    const copy = await openSample(to, { epoch: 9 })
    expect(Buffer.from(await copy.blobs.read(picture.hash)).toString()).toBe('ảnh lễ hội')
    await copy.close()
  })

  it('finds a byte that changed on the stick when it looks at all of them, and mends it the next time', async () => {
    const { workspace, store, picture } = await aWorkspace()
    await store.close()
    const folder = await temporaryFolder()
    const environment = testEnvironment(Date.UTC(2026, 10, 20))
    await makeBackup(options(workspace, folder, { environment }))
    const object = join(repositoryIn(folder), 'blobs', picture.hash.slice(0, 2), picture.hash.slice(2))
    await writeFile(object, Buffer.alloc(picture.size))
    await expect(
      makeBackup(options(workspace, folder, { environment, thorough: true })),
    ).rejects.toMatchObject({ kind: 'not-whole' })
    const mended = await makeBackup(options(workspace, folder, { environment, thorough: true }))
    expect(mended.head.thorough).toBe(true)
  })

  it('removes old ones by the rules, and what only they held', async () => {
    const { workspace, store } = await aWorkspace(1)
    const folder = await temporaryFolder()
    const retention = { from: '2026-01-01', rules: [{ everyDays: 1, forDays: 3 }] }
    const start = Date.UTC(2026, 10, 1)
    for (let day = 0; day < 6; day++) {
      await store.commit(saved(`ngay${day}`, day, `bản của ngày ${day}`))
      await store.checkpoint()
      await makeBackup(
        options(workspace, folder, { environment: testEnvironment(start + day * dayMs), retention }),
      )
    }
    const left = await listOf(folder)
    expect(left.map(({ head }) => head.at.slice(0, 10))).toEqual(['2026-11-06', '2026-11-05', '2026-11-04'])
    for (const { name } of left) await restore(folder, name, join(await temporaryFolder(), 'ra'))
    await store.close()
  })
})

describe('restoring', () => {
  it('never goes over something, and what broke off is no workspace', async () => {
    const { workspace, store } = await aWorkspace()
    await store.close()
    const folder = await temporaryFolder()
    const { name } = await makeBackup(options(workspace, folder))
    await expect(restore(folder, name, workspace)).rejects.toMatchObject({ kind: 'folder-taken' })
    const parent = await temporaryFolder()
    for (const failing of [1, 5, 20, 40]) {
      const to = join(parent, `lần ${failing}`)
      let count = 0
      const files = watchedFiles(nodeFiles(), ({ path }) =>
        path.startsWith(to) && ++count === failing ? { code: 'ENOSPC' } : undefined,
      )
      await expect(restore(folder, name, to, files)).rejects.toMatchObject({ kind: 'disk-full' })
      expect(existsSync(join(to, 'workspace.json'))).toBe(false)
    }
    expect(await readdir(workspace)).toContain('workspace.json')
  })

  it('refuses a backup of which a byte changed, an unknown one, and a list that leads out of the folder', async () => {
    const { workspace, store, picture } = await aWorkspace()
    await store.close()
    const folder = await temporaryFolder()
    const { name, head } = await makeBackup(options(workspace, folder))
    const fresh = async () => join(await temporaryFolder(), 'ra')
    await expect(restore(folder, '20260101-000000-1', await fresh())).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(restore(folder, '../../x', await fresh())).rejects.toMatchObject({ kind: 'not-found' })
    await writeFile(
      join(repositoryIn(folder), 'blobs', picture.hash.slice(0, 2), picture.hash.slice(2)),
      'ảnh lễ hộj',
    )
    await expect(restore(folder, name, await fresh())).rejects.toMatchObject({ kind: 'not-whole' })

    const { encodeList } = await import('#main/store/backup/repository')
    const repository = openRepository(nodeFiles(), testEnvironment(), repositoryIn(folder))
    const [first] = await repository.filesOf({ name, head })
    if (first === undefined) throw new Error('empty list')
    const { hash } = await repository.objects.write(
      [encodeList([{ ...first, path: '../ngoài.txt' }])],
      Number.POSITIVE_INFINITY,
    )
    const evil = await repository.add({ ...head, at: '2026-12-01T00:00:00.000Z', list: hash })
    const to = await fresh()
    await expect(restore(folder, evil.name, to)).rejects.toMatchObject({ kind: 'not-whole' })
    expect(existsSync(join(to, '..', 'ngoài.txt'))).toBe(false)
  })
})
