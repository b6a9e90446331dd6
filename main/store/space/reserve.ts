import { join } from 'node:path'
import { errorCode } from '../files/error-code'
import type { Files, OpenFile } from '../files/files'
import { writeAll } from '../files/write-all'

/** Name of the file in the workspace that only takes up room. */
export const reserveName = 'reserve'

/** Room for some days of writing and for an export, when a disk is full (reliability research §5). */
export const reserveBytes = 16 * 1024 * 1024

const chunkBytes = 1024 * 1024

export interface ReservedFiles {
  /** The same disk; what it refuses for want of room is tried once more after the reserve was given up. */
  readonly files: Files
  /** Takes the room again when the reserve is gone; false when there is no room for it. Never throws. */
  refill(): Promise<boolean>
  /** The reserve was given up: there is only this much left, and somebody has to make room. */
  readonly released: boolean
}

/** Keeps room aside in `directory`, so that on a full disk a person can still save and export. */
export function reserveFiles(files: Files, directory: string): ReservedFiles {
  const path = join(directory, reserveName)
  let released = false
  let releasing: Promise<boolean> | null = null

  /** True when there was something to give up. */
  async function release(): Promise<boolean> {
    if ((await files.size(path)) === null) return false
    released = true
    await files.remove(path)
    return true
  }

  async function withRoom<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '')) throw error
      releasing ??= release().finally(() => {
        releasing = null
      })
      if (!(await releasing)) throw error
      return work()
    }
  }

  const roomy = (file: OpenFile): OpenFile => ({
    ...file,
    // A failed sync is never tried again: only what was refused before it was written is.
    write: (data, position) => withRoom(() => file.write(data, position)),
  })

  async function fill(): Promise<boolean> {
    const size = await files.size(path)
    if (size === reserveBytes) return true
    await files.remove(path)
    const file = await files.open(path, 'create')
    try {
      // Not zeros: some disks keep no room for those.
      const chunk = Buffer.alloc(chunkBytes, 'Tòa Soạn giữ chỗ ')
      for (let done = 0; done < reserveBytes; done += chunkBytes) await writeAll(file, chunk, done)
      await file.dataSync()
    } finally {
      await file.close()
    }
    released = false
    return true
  }

  return {
    files: {
      ...files,
      open: async (name, mode) => roomy(await withRoom(() => files.open(name, mode))),
      rename: (from, to) => withRoom(() => files.rename(from, to)),
      makeDirectory: name => withRoom(() => files.makeDirectory(name)),
    },
    async refill() {
      try {
        return await fill()
      } catch {
        await files.remove(path).catch(() => {})
        return false
      }
    },
    get released() {
      return released
    },
  }
}
