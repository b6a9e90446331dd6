import type { Files } from './files'

/** Shortens a file for good; durable when resolved. */
export async function cutFile(files: Files, path: string, length: number): Promise<void> {
  const file = await files.open(path, 'write')
  try {
    await file.truncate(length)
    await file.dataSync()
  } finally {
    await file.close()
  }
}
