import { dirname, join } from 'node:path'
import { type BlobHash, blobHash } from '#common/domain/ids'
import type { Files } from '../files/files'
import { makeDurableDirectory } from '../files/make-durable-directory'

/**
 * Blobs nothing names any more wait in `blobs/trash/<day>/<hash>` before they are removed; who asks for one gets it back.
 * The folder's name is the day, for a copied file forgets its time.
 */
export interface BlobTrash {
  /** Durable when resolved. `day` as `2026-11-20`. */
  put(hash: BlobHash, from: string, day: string): Promise<void>
  /** Path of a blob that lies here, or null. */
  find(hash: BlobHash): Promise<string | null>
  list(): Promise<readonly { readonly hash: BlobHash; readonly day: string; readonly path: string }[]>
  /** Back to its place; durable when resolved. */
  bringBack(hash: BlobHash, to: string): Promise<boolean>
  /** Removes folders with nothing in them. */
  tidy(): Promise<void>
}

const dayName = /^\d{4}-\d{2}-\d{2}$/

export function blobTrash(files: Files, blobsDirectory: string): BlobTrash {
  const directory = join(blobsDirectory, 'trash')
  const days = async () => (await files.names(directory)).filter(name => dayName.test(name))

  async function find(hash: BlobHash): Promise<string | null> {
    for (const day of (await days()).toReversed()) {
      const path = join(directory, day, hash)
      if ((await files.size(path)) !== null) return path
    }
    return null
  }

  async function move(from: string, to: string): Promise<void> {
    await makeDurableDirectory(files, dirname(to))
    await files.rename(from, to)
    await files.syncDirectory(dirname(to))
    await files.syncDirectory(dirname(from))
  }

  return {
    find,
    async put(hash, from, day) {
      await makeDurableDirectory(files, directory)
      await move(from, join(directory, day, hash))
    },
    async list() {
      const found = []
      for (const day of await days())
        for (const name of await files.names(join(directory, day))) {
          const hash = blobHash.safeParse(name)
          if (hash.success) found.push({ hash: hash.data, day, path: join(directory, day, name) })
        }
      return found
    },
    async bringBack(hash, to) {
      const path = await find(hash)
      if (path !== null) await move(path, to)
      return path !== null
    },
    async tidy() {
      for (const day of await days())
        if ((await files.names(join(directory, day))).length === 0)
          await files.removeDirectory(join(directory, day))
    },
  }
}
