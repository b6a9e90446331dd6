import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { reserveBytes, reserveFiles, reserveName } from '#main/store/space/reserve'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { type FileOperation, watchedFiles } from '#tests/support/watched-files'
import { openSample, saved } from '../sample-store'

/** A disk that is full until the reserve is removed. */
function fullDisk(reserve: () => boolean) {
  const refuses = ({ kind }: FileOperation) => ['write', 'open', 'rename', 'makeDirectory'].includes(kind)
  return watchedFiles(nodeFiles(), operation =>
    reserve() && refuses(operation) ? { code: 'ENOSPC' } : undefined,
  )
}

describe('the reserve', () => {
  it('is given up when the disk is full, so that a save still goes through', async () => {
    const directory = await temporaryWorkspace()
    let full = false
    const disk = watchedFiles(nodeFiles(), operation => {
      if (operation.kind === 'remove' && operation.path.endsWith(reserveName)) full = false
      return full && operation.kind === 'write' ? { code: 'ENOSPC' } : undefined
    })
    const reserve = reserveFiles(disk, directory)
    expect(await reserve.refill()).toBe(true)
    expect((await stat(join(directory, reserveName))).size).toBe(reserveBytes)
    const store = await openSample(directory, { files: reserve.files })
    full = true
    await Promise.all([store.commit(saved('a1', 1)), store.blobs.put(Buffer.from('ảnh'))])
    expect(reserve.released).toBe(true)
    expect(store.health.kind).toBe('writable')
    await store.close()
    const again = await openSample(directory, { epoch: 2 })
    expect(again.get('articles', 'a1')).toMatchObject({ edition: 1 })
    await again.close()
    expect(await reserve.refill()).toBe(true)
    expect(reserve.released).toBe(false)
  })

  it('that is gone already leaves the disk’s own answer, and cannot be filled while there is no room', async () => {
    const directory = await temporaryWorkspace()
    const reserve = reserveFiles(
      fullDisk(() => true),
      directory,
    )
    expect(await reserve.refill()).toBe(false)
    await expect(reserve.files.open(join(directory, 'x'), 'create')).rejects.toMatchObject({ code: 'ENOSPC' })
  })

  it('is not touched by other faults, nor is a failed sync tried again', async () => {
    const directory = await temporaryWorkspace()
    await writeFile(join(directory, reserveName), 'chỗ')
    let syncs = 0
    const disk = watchedFiles(nodeFiles(), ({ kind }) => {
      if (kind !== 'dataSync') return undefined
      syncs++
      return { code: 'ENOSPC' }
    })
    const { files, ...reserve } = reserveFiles(disk, directory)
    const file = await files.open(join(directory, 'x'), 'create')
    await expect(file.dataSync()).rejects.toMatchObject({ code: 'ENOSPC' })
    await file.close()
    expect(syncs).toBe(1)
    expect(reserve.released).toBe(false)
  })
})
