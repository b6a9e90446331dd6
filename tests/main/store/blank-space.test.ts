import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { crashingFiles } from '#tests/support/crashing-files'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { type Fault, type FileOperation, watchedFiles } from '#tests/support/watched-files'
import { openSample, saved } from './sample-store'

const segmentOf = (directory: string): string => join(directory, 'journal/0000000000000001.log')
const long = 'Thân bài dài. '.repeat(6_000)

/** A store that has saved enough to take space in advance; resolves when the space is there. */
async function busyStore(fault: (operation: FileOperation) => Fault | undefined = () => undefined) {
  const directory = await temporaryWorkspace()
  const { files, crash } = crashingFiles(nodeFiles())
  const store = await openSample(directory, { files: watchedFiles(files, fault) })
  for (let edition = 1; edition <= 3; edition++) await store.commit(saved('a1', edition, `${edition}${long}`))
  return { store, directory, crash, sizeNow: async () => (await stat(segmentOf(directory))).size }
}

describe('space taken in advance', () => {
  it('stands behind the records of a busy session and is given back when it closes', async () => {
    const { store, sizeNow } = await busyStore()
    await expect.poll(sizeNow).toBeGreaterThan(1_048_576)
    for (let edition = 4; edition <= 30; edition++)
      await store.commit(saved('a1', edition, `${edition}${long}`))
    expect(await store.verify()).toMatchObject({ ok: true, records: 30 })
    expect(await store.history({ limit: 1 })).toMatchObject([{ position: { sequence: 30 } }])
    await store.close()
    const { directory } = store
    expect(await nodeFiles().names(join(directory, 'journal'))).toEqual(['archive'])
    const again = await openSample(directory, { epoch: 2 })
    expect(again.get('articles', 'a1')?.edition).toBe(30)
    expect(await again.verify()).toMatchObject({ ok: true, records: 30 })
    await again.close()
  })

  it('is not taken by a session of a few saves', async () => {
    const directory = await temporaryWorkspace()
    const written: string[] = []
    const files = watchedFiles(nodeFiles(), ({ kind, path }) => {
      if (kind === 'write' && path.endsWith('.log')) written.push(path)
      return undefined
    })
    const store = await openSample(directory, { files })
    for (let edition = 1; edition <= 5; edition++) await store.commit(saved('a1', edition, 'ngắn'))
    await store.close()
    expect(written).toHaveLength(5)
  })

  it('left behind by a crash is no torn record: nothing is reported, nothing goes to quarantine', async () => {
    const { directory, crash, sizeNow } = await busyStore()
    await expect.poll(sizeNow).toBeGreaterThan(1_048_576)
    await crash()
    const again = await openSample(directory, { epoch: 2 })
    expect(again.health).toEqual({ kind: 'writable' })
    expect(again.recovery).toMatchObject({ tornBytes: 0, quarantine: null })
    expect(again.get('articles', 'a1')?.edition).toBe(3)
    expect(await sizeNow()).toBeLessThan(1_048_576)
    await again.commit(saved('a1', 4))
    expect(await again.verify()).toMatchObject({ ok: true, records: 4 })
    await again.close()
  })

  it('that a full disk refuses costs no save', async () => {
    let records = 0
    const { store, directory } = await busyStore(({ kind, path }) => {
      if (kind === 'open' && path.endsWith('.log')) return records++ === 0 ? undefined : { code: 'ENOSPC' }
      return undefined
    })
    for (let edition = 4; edition <= 8; edition++)
      await store.commit(saved('a1', edition, `${edition}${long}`))
    expect(store.health).toEqual({ kind: 'writable' })
    expect(records).toBe(2)
    const { size } = await stat(segmentOf(directory))
    expect(size).toBeLessThan(1_048_576)
    await store.close()
  })
})
