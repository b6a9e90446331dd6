import { buffer } from 'node:stream/consumers'
import type { Environment } from '#common/domain/environment'
import type { BlobHash } from '#common/domain/ids'
import { blobFiles } from '#main/store/blobs/blob-files'
import type { Files } from '#main/store/files/files'
import { pictureType } from './picture-type'

/** Pictures and attached files by the SHA-256 of their bytes. */
export interface Blobs {
  has(hash: BlobHash): Promise<boolean>
  size(hash: BlobHash): Promise<number | null>
  /** Durable when resolved to the hash of what came; BlobError `too-large` past `maxBytes`. */
  put(
    data: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<{ readonly hash: BlobHash; readonly size: number }>
  stream(hash: BlobHash): AsyncIterable<Uint8Array>
  remove(hash: BlobHash): Promise<void>
  /** From its first bytes; null when it is no picture that browsers show. */
  pictureType(hash: BlobHash): Promise<string | null>
}

export async function openBlobs(files: Files, environment: Environment, directory: string): Promise<Blobs> {
  const stored = blobFiles(files, environment, directory)
  await stored.sweep()
  const size = (hash: BlobHash): Promise<number | null> => files.size(stored.pathOf(hash))
  return {
    size,
    has: async hash => (await size(hash)) !== null,
    put: (data, maxBytes) => stored.write(data, maxBytes),
    stream: hash => files.stream(stored.pathOf(hash)),
    remove: hash => files.remove(stored.pathOf(hash)),
    async pictureType(hash) {
      return pictureType(await buffer(files.stream(stored.pathOf(hash), { start: 0, end: 16 })))
    },
  }
}
