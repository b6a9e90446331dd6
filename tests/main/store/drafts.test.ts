import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DraftFrame } from '#main/store/drafts/draft-logs'
import { nodeFiles } from '#main/store/files/node-files'
import { StoreWriteError } from '#main/store/store-write-error'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { type Fault, type FileOperation, watchedFiles } from '#tests/support/watched-files'
import { articleOne, articleTwo, openDoomed, openSample } from './sample-store'

const document = (text: string) => ({ type: 'doc', content: [{ type: 'headline', text }] })

function frame(
  version: number,
  steps: readonly unknown[] = [{ stepType: 'replace', at: version }],
): DraftFrame {
  const at = new Date(Date.UTC(2026, 0, 5, 3, 32, version)).toISOString()
  return { version, at, account: 'lan', client: 'cửa sổ 1', steps }
}

const draftPath = (directory: string, name: string) => join(directory, 'drafts', articleOne, name)

/** A workspace with a draft of synced frames, each its own sync, whose process died. */
async function crashedDraft(frames = 5): Promise<string> {
  const directory = await temporaryWorkspace()
  const { store, crash } = await openDoomed(directory)
  const log = await store.drafts.create(articleOne, document('bản đầu'))
  for (let version = 0; version < frames; version++) {
    await log.append(frame(version))
    await log.sync()
  }
  await crash()
  return directory
}

describe('a draft log', () => {
  it('gives back the snapshot and every frame after a crash', async () => {
    const store = await openSample(await crashedDraft(), { epoch: 2 })
    const log = await store.drafts.open(articleOne)
    expect(log.snapshot).toMatchObject({ version: 0, document: document('bản đầu') })
    expect(log.frames).toEqual([0, 1, 2, 3, 4].map(version => frame(version)))
    expect(log.version).toBe(5)
    expect(log.recovery).toEqual([])
    await store.close()
  })

  it('of an article without a draft is empty and takes no frames', async () => {
    const store = await openSample(await temporaryWorkspace())
    const log = await store.drafts.open(articleOne)
    expect(log.snapshot).toBeNull()
    await expect(log.append(frame(0))).rejects.toThrow(RangeError)
    const created = await store.drafts.create(articleOne, document('mới'))
    await created.append(frame(0))
    expect((await store.drafts.open(articleOne)).version).toBe(1)
    await expect(store.drafts.create(articleOne, document('lần nữa'))).rejects.toThrow('already')
    await store.close()
  })

  it('refuses a frame that does not follow, and is the same object while open', async () => {
    const store = await openSample(await temporaryWorkspace())
    const log = await store.drafts.create(articleOne, document('một'))
    expect(await store.drafts.open(articleOne)).toBe(log)
    await log.append(frame(0, ['a', 'b', 'c']))
    await expect(log.append(frame(1))).rejects.toThrow('the draft is at 3')
    await log.append(frame(3))
    await store.close()
  })

  it('counts as saved only after a sync, which all who wait share', async () => {
    let syncs = 0
    const files = watchedFiles(nodeFiles(), ({ kind, path }) => {
      if (kind === 'dataSync' && path.endsWith('.log')) syncs++
      return undefined
    })
    const store = await openSample(await temporaryWorkspace(), { files })
    const log = await store.drafts.create(articleOne, document('một'))
    for (let version = 0; version < 10; version++) await log.append(frame(version))
    expect(syncs).toBe(0)
    await Promise.all([log.sync(), log.sync(), log.sync()])
    expect(syncs).toBeLessThanOrEqual(2)
    const before = syncs
    await log.sync()
    expect(syncs).toBe(before)
    const appended = log.append(frame(10))
    await log.sync()
    await appended
    expect(syncs).toBe(before + 1)
    await store.close()
  })

  it('begins anew at a snapshot and keeps what came before', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const log = await store.drafts.create(articleOne, document('một'))
    await log.append(frame(0, ['a', 'b']))
    const snapshot = log.snapshotAt({ version: 2, document: document('hai') })
    const late = log.append(frame(2, ['c']))
    await Promise.all([snapshot, late])
    expect(log.snapshot).toMatchObject({ version: 2 })
    expect(log.frames).toEqual([frame(2, ['c'])])
    await expect(log.snapshotAt({ version: 2, document: document('sai') })).rejects.toThrow(RangeError)
    expect((await log.states()).map(state => state.version)).toEqual([3, 2, 0])
    expect((await log.states())[1]?.at).toBe(frame(0).at)
    expect(await log.stateAt(2)).toMatchObject({ snapshot: { document: document('hai') }, frames: [] })
    expect(await log.stateAt(3)).toMatchObject({ snapshot: { version: 2 }, frames: [frame(2, ['c'])] })
    expect(await log.stateAt(0)).toMatchObject({ snapshot: { document: document('một') }, frames: [] })
    expect(await log.stateAt(1)).toBeNull()
    await store.close()

    const again = await openSample(directory, { epoch: 2 })
    const reopened = await again.drafts.open(articleOne)
    expect(reopened.frames).toEqual([frame(2, ['c'])])
    expect(reopened.snapshot).toMatchObject({ version: 2, document: document('hai') })
    await again.close()
  })

  it('is forgotten when removed, the neighbour is not', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const log = await store.drafts.create(articleOne, document('một'))
    await store.drafts.create(articleTwo, document('hai'))
    await log.append(frame(0))
    await store.drafts.remove(articleOne)
    expect(await readdir(join(directory, 'drafts'))).toEqual([articleTwo])
    expect((await store.drafts.open(articleOne)).snapshot).toBeNull()
    await store.close()
  })
})

describe('recovery of a draft', () => {
  it('cuts a torn end at every byte, keeps it in quarantine and goes on', { timeout: 90_000 }, async () => {
    const directory = await crashedDraft(2)
    const path = draftPath(directory, '0000000000.log')
    const whole = await readFile(path)
    const store = await openSample(directory, { epoch: 2 })
    for (let length = whole.length; length >= 0; length--) {
      await writeFile(path, whole.subarray(0, length))
      const log = await store.drafts.open(articleOne)
      const kept = log.frames.length
      expect(log.frames).toEqual([0, 1].slice(0, kept).map(version => frame(version)))
      const good = (await stat(path)).size
      expect(
        log.recovery.reduce((sum, cut) => sum + cut.bytes, good),
        `cut at ${length}`,
      ).toBe(length)
      if (good < length) expect(log.recovery[0]).toMatchObject({ kind: 'torn' })
      await log.append(frame(kept))
      await log.close()
      expect((await store.drafts.open(articleOne)).frames, `cut at ${length}`).toHaveLength(kept + 1)
      await (await store.drafts.open(articleOne)).close()
    }
    await store.close()
  })

  it('of saved frames that are damaged keeps those before, says damaged and loses no byte', async () => {
    const directory = await crashedDraft()
    const path = draftPath(directory, '0000000000.log')
    const bytes = await readFile(path)
    bytes[30] = (bytes[30] ?? 0) ^ 1
    await writeFile(path, bytes)
    const store = await openSample(directory, { epoch: 2 })
    const log = await store.drafts.open(articleOne)
    expect(log.frames).toEqual([])
    expect(log.recovery).toMatchObject([{ kind: 'damaged', bytes: bytes.length - 8 }])
    expect(await readFile(log.recovery[0]?.quarantine ?? '')).toEqual(bytes.subarray(8))
    await log.append(frame(0))
    await store.close()
  })

  it('goes back to the snapshot before a damaged one and loses nothing', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const log = await store.drafts.create(articleOne, document('một'))
    await log.append(frame(0))
    await log.snapshotAt({ version: 1, document: document('hai') })
    await log.append(frame(1))
    await store.close()
    await truncate(draftPath(directory, '0000000001.json'), 30)

    const again = await openSample(directory, { epoch: 2 })
    const reopened = await again.drafts.open(articleOne)
    expect(reopened.snapshot).toMatchObject({ version: 0 })
    expect(reopened.frames).toEqual([frame(0), frame(1)])
    expect(reopened.recovery).toMatchObject([{ kind: 'damaged' }])
    await reopened.append(frame(2))
    await again.close()
    const third = await openSample(directory, { epoch: 3 })
    expect((await third.drafts.open(articleOne)).frames).toHaveLength(3)
    await third.close()
  })

  it('touches nothing while the store is read-only', async () => {
    const directory = await crashedDraft()
    const path = draftPath(directory, '0000000000.log')
    await writeFile(path, 'rác', { flag: 'a' })
    const before = await readFile(path)
    const stale = await openSample(directory, { epoch: 1 })
    const newer = await nodeFiles().open(join(directory, 'epoch'), 'write')
    await newer.write(Buffer.from('...'), 0)
    await newer.close()
    await stale.close()
    const fenced = await openSample(directory, { epoch: 1 })
    const log = await fenced.drafts.open(articleOne)
    expect(log.frames).toHaveLength(5)
    expect(log.recovery).toMatchObject([{ kind: 'torn', quarantine: null }])
    await expect(log.append(frame(5))).rejects.toBeInstanceOf(StoreWriteError)
    await fenced.close()
    expect(await readFile(path)).toEqual(before)
  })
})

describe('verifying', () => {
  it('reads drafts, too: names a damaged snapshot or saved frame, and forgives a torn end', async () => {
    const directory = await crashedDraft()
    const log = draftPath(directory, '0000000000.log')
    const store = await openSample(directory, { epoch: 2 })
    await writeFile(log, 'dở', { flag: 'a' })
    expect(await store.verify()).toMatchObject({ ok: true })
    const whole = await readFile(log)
    const hit = Buffer.from(whole)
    hit[40] = (hit[40] ?? 0) ^ 1
    await writeFile(log, hit)
    expect(await store.verify()).toMatchObject({ ok: false, firstBad: { file: log, offset: 8 } })
    await writeFile(log, whole)
    const snapshot = draftPath(directory, '0000000000.json')
    await truncate(snapshot, 30)
    expect(await store.verify()).toMatchObject({ ok: false, firstBad: { file: snapshot } })
    await store.close()
  })
})

describe('a disk that refuses a draft', () => {
  async function failing(fault: (operation: FileOperation) => Fault | undefined) {
    let armed = false
    const files = watchedFiles(nodeFiles(), operation => (armed ? fault(operation) : undefined))
    const directory = await temporaryWorkspace()
    const store = await openSample(directory, { files })
    const log = await store.drafts.create(articleOne, document('một'))
    await log.append(frame(0))
    await log.sync()
    armed = true
    return { store, log, directory }
  }

  it('by a failed sync: nothing counts as saved and the store is read-only', async () => {
    const { store, log } = await failing(({ kind }) => (kind === 'dataSync' ? { code: 'EIO' } : undefined))
    await log.append(frame(1))
    const results = await Promise.allSettled([log.sync(), log.sync()])
    expect(results.map(result => result.status)).toEqual(['rejected', 'rejected'])
    expect(store.health).toMatchObject({ cause: 'write-failed' })
    await expect(log.append(frame(2))).rejects.toBeInstanceOf(StoreWriteError)
    await expect(store.close()).rejects.toBeInstanceOf(StoreWriteError)
  })

  it('by a failed write: the frame is not accepted', async () => {
    const { store, log, directory } = await failing(({ kind }) =>
      kind === 'write' ? { code: 'ENOSPC' } : undefined,
    )
    await expect(log.append(frame(1))).rejects.toBeInstanceOf(StoreWriteError)
    await expect(log.sync()).rejects.toBeInstanceOf(StoreWriteError)
    await store.close()
    const again = await openSample(directory, { epoch: 2 })
    expect((await again.drafts.open(articleOne)).frames).toHaveLength(1)
    await again.close()
  })

  it.each(['rename', 'syncDirectory'] as const)(
    'by a snapshot whose %s fails: the draft goes on',
    async kind => {
      let refuse = false
      const { store, log, directory } = await failing(operation =>
        refuse && operation.kind === kind ? { code: 'ENOSPC' } : undefined,
      )
      refuse = true
      await expect(log.snapshotAt({ version: 1, document: document('hai') })).rejects.toThrow('ENOSPC')
      refuse = false
      await log.append(frame(1))
      await log.sync()
      const seen = await openSample(directory, { epoch: 1 })
      expect((await seen.drafts.open(articleOne)).version).toBe(2)
      await seen.close()
      await log.snapshotAt({ version: 2, document: document('ba') })
      await store.close()
      const again = await openSample(directory, { epoch: 2 })
      expect((await again.drafts.open(articleOne)).snapshot).toMatchObject({ version: 2 })
      await again.close()
    },
  )
})
