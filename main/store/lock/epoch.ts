import { join } from 'node:path'
import type { Files } from '../files/files'
import { writeAll } from '../files/write-all'

/** The file holds one byte per writer there ever was: its size is the newest writer's epoch. */
const fileName = 'epoch'

/** Makes the caller the newest writer of the workspace; durable when resolved. */
export async function claimEpoch(files: Files, directory: string): Promise<number> {
  const file = await files.open(join(directory, fileName), 'write')
  try {
    const before = await file.size()
    await writeAll(file, Buffer.from('.'), before)
    await file.dataSync()
    if (before === 0) await files.syncDirectory(directory)
    return await file.size()
  } finally {
    await file.close()
  }
}

/** Tells a writer whether a newer one has appeared (a lock that did not hold, as on a network drive). */
export interface EpochWatch {
  isNewest(): boolean
  close(): Promise<void>
}

export async function watchEpoch(files: Files, directory: string, epoch: number): Promise<EpochWatch> {
  const file = await files.open(join(directory, fileName), 'write')
  return {
    isNewest: () => file.sizeNow() <= epoch,
    close: () => file.close(),
  }
}
