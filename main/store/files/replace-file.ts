import { dirname } from 'node:path'
import type { Files } from './files'
import { writeAll } from './write-all'

/** While a file is being replaced its new content has this suffix; a crash may leave one behind. */
export const temporarySuffix = '.tmp'

/**
 * Puts `data` at `path` so that a power cut leaves the old content or the new, whole: temporary file, sync, rename, sync
 * of the folder. Resolves when the new content is durable. One caller per path at a time.
 */
export async function replaceFile(files: Files, path: string, data: Uint8Array): Promise<void> {
  const temporary = path + temporarySuffix
  await files.remove(temporary)
  try {
    await writeNewFile(files, temporary, data)
    await files.rename(temporary, path)
  } catch (error) {
    await files.remove(temporary).catch(() => {})
    throw error
  }
  await files.syncDirectory(dirname(path))
}

/** A file that must not exist yet, synced; its name is durable only after a sync of the folder. */
export async function writeNewFile(files: Files, path: string, data: Uint8Array): Promise<void> {
  const file = await files.open(path, 'create')
  try {
    await writeAll(file, data, 0)
    await file.dataSync()
  } finally {
    await file.close()
  }
}
