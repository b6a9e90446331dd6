import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles, patiently } from '#main/store/files/node-files'
import { replaceFile } from '#main/store/files/replace-file'
import { writeAll } from '#main/store/files/write-all'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { diskError, watchedFiles } from '#tests/support/watched-files'

describe('replacing a file', () => {
  it('syncs the new content before the rename and the folder after it', async () => {
    const path = join(await temporaryFolder(), 'tin.json')
    const seen: string[] = []
    const files = watchedFiles(nodeFiles(), ({ kind }) => void seen.push(kind))
    await replaceFile(files, path, Buffer.from('mới'))
    expect(seen.slice(-4)).toEqual(['write', 'dataSync', 'rename', 'syncDirectory'])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('leaves the old content and no remains when any step before the rename fails', async () => {
    const directory = await temporaryFolder()
    const path = join(directory, 'tin.json')
    await replaceFile(nodeFiles(), path, Buffer.from('cũ'))
    for (const failing of ['open', 'write', 'dataSync', 'rename'] as const) {
      const files = watchedFiles(nodeFiles(), ({ kind }) =>
        kind === failing ? { code: 'ENOSPC' } : undefined,
      )
      await expect(replaceFile(files, path, Buffer.from('mới'))).rejects.toThrow('ENOSPC')
      expect(await readFile(path, 'utf8')).toBe('cũ')
      expect(await readdir(directory)).toEqual(['tin.json'])
    }
  })
})

describe('writing all', () => {
  it('ends with an error when the disk takes nothing', async () => {
    const files = watchedFiles(nodeFiles(), ({ kind }) => (kind === 'write' ? { shortWrite: 0 } : undefined))
    const file = await files.open(join(await temporaryFolder(), 'a'), 'create')
    await expect(writeAll(file, Buffer.from('x'), 0)).rejects.toThrow('took no bytes')
    await file.close()
  })
})

describe('a rename or removal on Windows', () => {
  const refusing = (times: number, code: string) => {
    let calls = 0
    const rename = () => (++calls <= times ? Promise.reject(diskError(code)) : Promise.resolve())
    return { rename, calls: () => calls }
  }
  const pauses: number[] = []
  const pause = async (milliseconds: number) => void pauses.push(milliseconds)

  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'waits for a scanner to let go (%s), longer each time',
    async code => {
      const { rename, calls } = refusing(3, code)
      pauses.length = 0
      await patiently(rename, 'win32', pause)
      expect(calls()).toBe(4)
      expect(pauses).toEqual([10, 20, 40])
    },
  )

  it('gives up in the end, and at once for anything else or anywhere else', async () => {
    const held = refusing(99, 'EBUSY')
    await expect(patiently(held.rename, 'win32', pause)).rejects.toThrow('EBUSY')
    expect(held.calls()).toBe(9)
    const full = refusing(99, 'ENOSPC')
    await expect(patiently(full.rename, 'win32', pause)).rejects.toThrow('ENOSPC')
    expect(full.calls()).toBe(1)
    const linux = refusing(99, 'EPERM')
    await expect(patiently(linux.rename, 'linux', pause)).rejects.toThrow('EPERM')
    expect(linux.calls()).toBe(1)
  })

  it('writes durably in two steps where one flag does not reach the platter', async () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const path = join(await temporaryFolder(), 'ghi')
      const file = await nodeFiles(platform).open(path, 'create-durable')
      expect(await file.write(Buffer.from('tin'), 0)).toBe(3)
      expect(file.sizeNow()).toBe(3)
      await file.close()
      expect(await readFile(path, 'utf8')).toBe('tin')
      await expect(nodeFiles(platform).open(path, 'create-durable')).rejects.toThrow('EEXIST')
    }
  })

  it('never tries to sync a folder, which Windows cannot open', async () => {
    await expect(nodeFiles('win32').syncDirectory('/no/such/folder')).resolves.toBeUndefined()
    await expect(nodeFiles('linux').syncDirectory('/no/such/folder')).rejects.toThrow('ENOENT')
  })
})
