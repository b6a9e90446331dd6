import { rm } from 'node:fs/promises'

/** Removes a folder with everything in it; only for a workspace its owner asked to be rid of. */
export function removeTree(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true, maxRetries: 5 })
}
