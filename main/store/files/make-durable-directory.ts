import { dirname } from 'node:path'
import type { Files } from './files'

/** A folder whose own name survives a power cut; its parent must exist. */
export async function makeDurableDirectory(files: Files, path: string): Promise<void> {
  await files.makeDirectory(path)
  await files.syncDirectory(dirname(path))
}
