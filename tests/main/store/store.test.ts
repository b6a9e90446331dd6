import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { StoreWriteError } from '#main/store/store-write-error'
import { createWorkspace, WorkspaceError } from '#main/store/workspace-file'
import { temporaryFolder, temporaryWorkspace } from '#tests/support/temporary-workspace'
import { testEnvironment } from '#tests/support/test-environment'
import { watchedFiles } from '#tests/support/watched-files'
import { hashOf, openDoomed, openSample, removed, saved } from './sample-store'

describe('a store', () => {
  it('applies a commit to memory at once and keeps it over a close', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const committed = store.commit(saved('a1', 1, 'thân bài'))
    expect(store.get('articles', 'a1')?.edition).toBe(1)
    expect(await committed).toEqual(store.head)
    await store.commit(saved('a1', 2))
    await store.commit(saved('a2', 1))
    await store.commit(removed('a2'))
    await store.close()

    const again = await openSample(directory, { epoch: 2 })
    expect([...again.all('articles')]).toEqual([['a1', { id: 'a1', headline: 'Tin về a1', edition: 2 }]])
    expect(again.head.sequence).toBe(4)
    expect(again.recovery).toEqual({ tornBytes: 0, quarantine: null, checkpoint: 'newest' })
    expect(again.health).toEqual({ kind: 'writable' })
    await again.close()
  })

  it('keeps what was committed when it is never closed', async () => {
    const directory = await temporaryWorkspace()
    const { store, crash } = await openDoomed(directory)
    for (let edition = 1; edition <= 5; edition++) await store.commit(saved('a1', edition, `bản ${edition}`))
    await crash()

    const again = await openSample(directory, { epoch: 2 })
    expect(again.get('articles', 'a1')?.edition).toBe(5)
    expect(again.head).toEqual(store.head)
    expect(Buffer.from(await again.blobs.read(hashOf('bản 3'))).toString()).toBe('bản 3')
    await again.close()
  })

  it('hands out frozen records', async () => {
    const store = await openSample(await temporaryWorkspace())
    await store.commit(saved('a1', 1))
    const card = store.get('articles', 'a1')
    expect(Object.isFrozen(card)).toBe(true)
    await store.close()
  })

  it('makes bodies of a commit readable as blobs at once, and files of them at a checkpoint', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const hash = hashOf('thân bài')
    const committed = store.commit(saved('a1', 1, 'thân bài'))
    expect(Buffer.from(await store.blobs.read(hash)).toString()).toBe('thân bài')
    await committed
    await store.checkpoint()
    const bytes = await nodeFiles().read(join(directory, 'blobs', hash.slice(0, 2), hash.slice(2)))
    expect(Buffer.from(bytes ?? []).toString()).toBe('thân bài')
    await store.close()
  })

  it('refuses a wrong record, a wrong body hash and an unknown collection before anything changes', async () => {
    const store = await openSample(await temporaryWorkspace())
    const good = saved('a1', 1)
    const wrongRecord = { ...good, changes: [{ collection: 'articles', put: { id: 'a1', headline: 'x' } }] }
    // @ts-expect-error a record without its edition
    await expect(store.commit(wrongRecord)).rejects.toThrow('edition')
    const wrongBody = { ...good, bodies: [{ hash: hashOf('một'), text: 'hai' }] }
    await expect(store.commit(wrongBody)).rejects.toThrow(RangeError)
    const wrongCollection = { ...good, changes: [{ collection: 'ảnh', remove: 'a1' }] }
    // @ts-expect-error there is no such collection
    await expect(store.commit(wrongCollection)).rejects.toThrow('unknown collection')
    expect(store.head.sequence).toBe(0)
    expect(store.get('articles', 'a1')).toBeUndefined()
    expect(store.health.kind).toBe('writable')
    await store.close()
  })

  it('shares one fdatasync among all who wait', async () => {
    const directory = await temporaryWorkspace()
    let syncs = 0
    const files = watchedFiles(nodeFiles(), ({ kind, path }) => {
      if (kind === 'dataSync' && path.endsWith('.log')) syncs++
      return undefined
    })
    const store = await openSample(directory, { files })
    await store.commit(saved('a0', 1))
    expect(syncs).toBe(1)
    await Promise.all(Array.from({ length: 64 }, (_, n) => store.commit(saved(`a${n}`, 2))))
    expect(syncs).toBe(2)
    const first = store.commit(saved('b', 1))
    await new Promise(resolve => setImmediate(resolve))
    await Promise.all([first, ...Array.from({ length: 20 }, (_, n) => store.commit(saved(`c${n}`, 1)))])
    expect(syncs).toBe(4)
    await store.close()
  })

  it('tells its history newest first, by subject and by page, through the archive', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    for (let edition = 1; edition <= 3; edition++) {
      await store.commit(saved('a1', edition))
      await store.commit(saved('a2', edition))
      await store.checkpoint()
    }
    await store.commit(saved('a1', 4))
    const all = await store.history({ limit: 100 })
    expect(all.map(entry => entry.position.sequence)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(all[0]?.position).toEqual(store.head)
    const own = await store.history({ subject: 'a1', before: 7, limit: 2 })
    expect(own.map(entry => entry.event.details.edition)).toEqual([3, 2])
    expect(await readdir(join(directory, 'journal', 'archive'))).toHaveLength(3)
    await store.close()
  })

  it('tells of a subject only what was done to it, whatever else names it', async () => {
    const store = await openSample(await temporaryWorkspace())
    const odd = 'tổ "Đồng Trúc" \\ 1'
    await store.commit(saved(odd, 1))
    await store.commit({ ...saved('a2', 2), changes: saved(odd, 2).changes })
    await store.checkpoint()
    await store.commit(saved(odd, 3))
    const editions = (await store.history({ subject: odd, limit: 9 })).map(
      ({ event }) => event.details.edition,
    )
    expect(editions).toEqual([3, 1])
    await store.close()
  })

  it('checkpoints by itself past four megabytes, and every commit stays readable', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const text = 'Ủy ban nhân dân xã thông báo. '.repeat(8_000)
    for (let n = 0; n < 20; n++) await store.commit(saved(`a${n}`, 1, `${n} ${text}`))
    await expect.poll(() => readdir(join(directory, 'journal', 'archive'))).not.toHaveLength(0)
    expect(store.checkpointFailure).toBeNull()
    await store.close()
    const again = await openSample(directory, { epoch: 2 })
    expect(again.all('articles').size).toBe(20)
    expect(await again.verify()).toEqual({ ok: true, records: 20, blobs: 20, firstBad: null })
    await again.close()
  })

  it('keeps a checkpoint for a pause in the saving, but not past eight megabytes', async () => {
    const directory = await temporaryWorkspace()
    const archived = () => readdir(join(directory, 'journal', 'archive'))
    const store = await openSample(directory)
    await store.loaded
    const text = 'Ủy ban nhân dân xã thông báo. '.repeat(8_000)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      for (let n = 0; n < 18; n++) await store.commit(saved(`a${n}`, 1, `${n} ${text}`))
      expect(vi.getTimerCount()).toBe(1)
      expect(await archived()).toEqual([])
      vi.advanceTimersByTime(100)
    } finally {
      vi.useRealTimers()
    }
    await expect.poll(archived).toHaveLength(1)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      for (let n = 0; n < 32; n++) await store.commit(saved(`b${n}`, 1, `${n} ${text}`))
    } finally {
      vi.useRealTimers()
    }
    await expect.poll(archived).toHaveLength(2)
    await store.close()
  })

  it('commits while a checkpoint runs, and loses none of it', async () => {
    const directory = await temporaryWorkspace()
    const { store, crash } = await openDoomed(directory)
    for (let n = 0; n < 300; n++) void store.commit(saved(`a${n}`, 1))
    const checkpoint = store.checkpoint()
    for (let n = 0; n < 300; n++) await store.commit(saved(`a${n}`, 2))
    await checkpoint
    await crash()
    const again = await openSample(directory, { epoch: 2 })
    expect([...again.all('articles').values()].every(card => card.edition === 2)).toBe(true)
    expect(again.head).toEqual(store.head)
    await again.close()
  })

  it('refuses commits once it is closed', async () => {
    const store = await openSample(await temporaryWorkspace())
    await store.close()
    await expect(store.commit(saved('a1', 1))).rejects.toThrow('closed')
  })

  it('writes nothing when nothing happened', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    await store.close()
    expect(await readdir(join(directory, 'collections'))).toEqual([])
    expect(await readdir(join(directory, 'journal'))).toEqual(['archive'])
  })
})

describe('opening', () => {
  it('a folder without a workspace, or with a broken description, is refused', async () => {
    const directory = await temporaryFolder()
    await expect(openSample(directory)).rejects.toMatchObject({ name: 'WorkspaceError', kind: 'missing' })
    await writeFile(join(directory, 'workspace.json'), '')
    await expect(openSample(directory)).rejects.toMatchObject({ name: 'WorkspaceError', kind: 'damaged' })
  })

  it('does not lay a workspace over another', async () => {
    const directory = await temporaryWorkspace()
    const again = createWorkspace({
      directory,
      files: nodeFiles(),
      environment: testEnvironment(),
      name: 'Xã khác',
      demo: false,
    })
    await expect(again).rejects.toBeInstanceOf(WorkspaceError)
  })

  it('makes folders and files that only their owner can read', async () => {
    const directory = join(await temporaryFolder(), 'xa-mau')
    const files = nodeFiles()
    await createWorkspace({ directory, files, environment: testEnvironment(), name: 'Xã Mẫu', demo: false })
    const { mode } = await stat(directory)
    expect(mode & 0o777).toBe(0o700)
    const store = await openSample(directory)
    expect(store.description).toMatchObject({ name: 'Xã Mẫu', demo: false })
    await store.close()
  })

  it('by a writer with an older epoch is fenced, also in the middle of its work', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory, { epoch: 1 })
    await store.commit(saved('a1', 1))
    const newer = await nodeFiles().open(join(directory, 'epoch'), 'write')
    await newer.write(Buffer.from('..'), 0)
    await newer.close()
    await expect(store.commit(saved('a1', 2))).rejects.toBeInstanceOf(StoreWriteError)
    expect(store.health).toMatchObject({ kind: 'read-only', cause: 'fenced' })
    await store.close()

    const second = await openSample(directory, { epoch: 2 })
    await second.commit(saved('a2', 1))
    await second.close()
    const stale = await openSample(directory, { epoch: 1 })
    expect(stale.health).toMatchObject({ kind: 'read-only', cause: 'fenced' })
    await stale.close()
  })
})
