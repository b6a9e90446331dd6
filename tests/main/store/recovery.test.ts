import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { nodeFiles } from '#main/store/files/node-files'
import { openStore } from '#main/store/open-store'
import { StoreWriteError } from '#main/store/store-write-error'
import { writeWorkspaceFormat } from '#main/store/workspace-file'
import { crashingFiles } from '#tests/support/crashing-files'
import { temporaryFolder, temporaryWorkspace } from '#tests/support/temporary-workspace'
import { testEnvironment } from '#tests/support/test-environment'
import { watchedFiles } from '#tests/support/watched-files'
import { hashOf, openDoomed, openSample, saved } from './sample-store'

const firstSegment = 'journal/0000000000000001.log'

/** A workspace whose process died after `count` acknowledged commits. */
async function crashedWorkspace(count: number): Promise<string> {
  const directory = await temporaryWorkspace()
  const { store, crash } = await openDoomed(directory)
  for (let n = 1; n <= count; n++) await store.commit(saved(`a${n}`, n, `bản ${n}`))
  await crash()
  return directory
}

async function copyOf(directory: string): Promise<string> {
  const copy = await temporaryFolder()
  await cp(directory, copy, { recursive: true })
  return copy
}

async function flip(path: string, offset: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ 1
  await writeFile(path, bytes)
}

describe('a torn journal', () => {
  it('is cut at the last whole record, wherever the cut fell, and can go on', {
    timeout: 60_000,
  }, async () => {
    const original = await crashedWorkspace(3)
    const whole = (await readFile(join(original, firstSegment))).length
    // Every byte of the last record and header, and a sample before: each opening copies and mends a workspace.
    const cuts = [0, 1, 50, 95, 96, 97, 200, ...Array.from({ length: 60 }, (_, n) => whole - 1 - n * 5)]
    for (const length of cuts) {
      const directory = await copyOf(original)
      await truncate(join(directory, firstSegment), length)
      const store = await openSample(directory, { epoch: 2 })
      expect(store.health, `cut at ${length}`).toEqual({ kind: 'writable' })
      const kept = store.head.sequence
      expect(store.all('articles').size).toBe(kept)
      if (store.recovery.tornBytes > 0) expect(store.recovery.quarantine).toContain('quarantine')
      await store.commit(saved('sau', 1))
      expect(await store.verify()).toMatchObject({ ok: true, records: kept + 1 })
      await store.close()
      const again = await openSample(directory, { epoch: 3 })
      expect(again.get('articles', 'sau')?.edition, `cut at ${length}`).toBe(1)
      expect(again.recovery.tornBytes).toBe(0)
      await again.close()
    }
  })

  it('keeps the cut bytes in quarantine, byte for byte', async () => {
    const directory = await crashedWorkspace(1)
    const path = join(directory, firstSegment)
    const tail = Buffer.from('nửa bản ghi chưa xong')
    await writeFile(path, tail, { flag: 'a' })
    const store = await openSample(directory, { epoch: 2 })
    expect(store.recovery.tornBytes).toBe(tail.length)
    expect(await readFile(store.recovery.quarantine ?? '')).toEqual(tail)
    expect(store.head.sequence).toBe(1)
    await store.close()
  })

  it('is mended again after a crash in the middle of mending', { timeout: 60_000 }, async () => {
    const original = await crashedWorkspace(2)
    await writeFile(join(original, firstSegment), 'rác', { flag: 'a' })
    for (let operation = 1; ; operation++) {
      const directory = await copyOf(original)
      const { files, crash } = crashingFiles(nodeFiles())
      let done = 0
      const counting = watchedFiles(files, () => (++done > operation ? { code: 'EIO' } : undefined))
      const opened = await openSample(directory, { files: counting, epoch: 2 }).catch(() => null)
      await crash()
      const again = await openSample(directory, { epoch: 3 })
      expect(again.health, `crash after operation ${operation}`).toEqual({ kind: 'writable' })
      expect(again.head.sequence).toBe(2)
      await again.close()
      if (opened !== null) break
    }
  })
})

describe('a journal damaged in the middle', () => {
  it('opens read-only with the records before the damage, names the place and touches nothing', async () => {
    const directory = await crashedWorkspace(3)
    const path = join(directory, firstSegment)
    await flip(path, 96 + 60)
    const before = await readFile(path)
    const store = await openSample(directory, { epoch: 2 })
    expect(store.health).toMatchObject({ kind: 'read-only', cause: 'damaged' })
    expect(store.health.kind === 'read-only' && store.health.detail).toContain(
      '0000000000000001.log, byte 96, record 1',
    )
    expect(store.head.sequence).toBe(0)
    await expect(store.commit(saved('a9', 1))).rejects.toBeInstanceOf(StoreWriteError)
    await expect(store.blobs.put(Buffer.from('ảnh'))).rejects.toBeInstanceOf(StoreWriteError)
    expect(await store.verify()).toMatchObject({
      ok: false,
      firstBad: { file: path, offset: 96, sequence: 1 },
    })
    await store.close()
    expect(await readFile(path)).toEqual(before)
    expect(await readdir(directory)).not.toContain('quarantine')
  })

  it('is told from a journal that ends before its checkpoint', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    await store.commit(saved('a1', 1))
    await store.commit(saved('a1', 2))
    await store.close()
    await rm(join(directory, 'journal'), { recursive: true })
    const again = await openSample(directory, { epoch: 2 })
    expect(again.health).toMatchObject({ kind: 'read-only', cause: 'damaged' })
    expect(again.get('articles', 'a1')?.edition).toBe(2)
    await again.close()
  })

  it('is found by verify in the archive too', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    await store.commit(saved('a1', 1))
    await store.checkpoint()
    await store.commit(saved('a1', 2))
    await store.checkpoint()
    const path = join(directory, 'journal/archive/0000000000000001.log.gz')
    await flip(path, (await readFile(path)).length >> 1)
    expect(await store.verify()).toMatchObject({ ok: false, firstBad: { file: path } })
    await rm(path)
    expect(await store.verify()).toMatchObject({ ok: false, firstBad: { sequence: 1 } })
    await store.close()
  })
})

describe('a record that its schema refuses', () => {
  it('opens the store read-only and is named, whether it lies in the journal or in a checkpoint', async () => {
    const directory = await crashedWorkspace(1)
    const stricter = {
      directory,
      collections: { articles: z.object({ id: z.string(), edition: z.int().min(5) }) },
      files: nodeFiles(),
      environment: testEnvironment(),
    }
    for (const epoch of [2, 4]) {
      const strict = await openStore({ ...stricter, epoch })
      expect(strict.health).toMatchObject({ kind: 'read-only', cause: 'damaged' })
      expect(strict.health.kind === 'read-only' && strict.health.detail).toContain('articles/a1')
      await strict.close()
      const store = await openSample(directory, { epoch: epoch + 1 })
      expect(store.get('articles', 'a1')?.edition).toBe(1)
      await store.close()
    }
  })

  it('counts as damage when nobody knows its collection', async () => {
    const directory = await crashedWorkspace(1)
    const store = await openStore({
      directory,
      collections: {},
      files: nodeFiles(),
      environment: testEnvironment(),
      epoch: 2,
    })
    expect(store.health.kind === 'read-only' && store.health.detail).toContain('unknown collection articles')
    await store.close()
  })
})

describe('a newer format', () => {
  it('of the workspace opens read-only and empty', async () => {
    const directory = await crashedWorkspace(1)
    await writeWorkspaceFormat(nodeFiles(), directory, 2)
    const store = await openSample(directory, { epoch: 2 })
    expect(store.health).toMatchObject({ kind: 'read-only', cause: 'newer-version' })
    expect(store.all('articles').size).toBe(0)
    await store.close()
    expect(await readdir(join(directory, 'journal'))).toContain('0000000000000001.log')
  })
})

describe('bodies', () => {
  it('of commits that no checkpoint covered are blobs after a crash', async () => {
    const directory = await crashedWorkspace(3)
    const store = await openSample(directory, { epoch: 2 })
    expect(Buffer.from(await store.blobs.read(hashOf('bản 2'))).toString()).toBe('bản 2')
    await store.close()
    expect(await store.verify()).toMatchObject({ ok: true, blobs: 3 })
  })
})
