import { createHash, type Hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type Environment, newId } from '#common/domain/environment'
import { type BlobHash, blobHash } from '#common/domain/ids'
import type { Files, OpenFile } from '../files/files'
import { makeDurableDirectory } from '../files/make-durable-directory'
import { writeAll } from '../files/write-all'
import { BlobError, type StoredBlob } from './blob-store'

/** Half of Node's four threads: the others are for the journal, whose writes somebody waits for. */
const writersAtOnce = 2

/** Blobs on disk: `blobs/<2 hex>/<62 hex>`, written in `blobs/temporary/` and renamed when whole and synced. */
export interface BlobFiles {
  pathOf(hash: BlobHash): string
  /** Writes what is not there yet; durable when resolved. */
  write(data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, maxBytes: number): Promise<StoredBlob>
  /** The same for many small ones, a few at a time and with one sync for each folder. */
  writeMany(blobs: readonly Uint8Array[]): Promise<void>
  hashes(): AsyncIterable<BlobHash>
  /** Removes what a crash left half written. */
  sweep(): Promise<void>
}

/** Where a blob of a workspace lies. */
export function blobPath(workspaceDirectory: string, hash: string): string {
  return join(workspaceDirectory, 'blobs', hash.slice(0, 2), hash.slice(2))
}

export function blobFiles(files: Files, environment: Environment, workspaceDirectory: string): BlobFiles {
  const directory = join(workspaceDirectory, 'blobs')
  const temporaryDirectory = join(directory, 'temporary')
  const durableFolders = new Set<string>()
  const pathOf = (hash: BlobHash): string => blobPath(workspaceDirectory, hash)

  /** Gives a synced file its name and returns the folder whose sync makes the name durable. */
  async function place(temporary: string, { hash, size }: StoredBlob): Promise<string> {
    const path = pathOf(hash)
    const folder = dirname(path)
    if (!durableFolders.has(folder)) await makeDurableDirectory(files, folder)
    durableFolders.add(folder)
    // A file of another length is a damaged one: the fresh copy takes its place.
    if ((await files.size(path)) === size) await files.remove(temporary)
    else await files.rename(temporary, path)
    return folder
  }

  async function store(
    data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    maxBytes: number,
  ): Promise<{ readonly stored: StoredBlob; readonly folder: string }> {
    const temporary = join(temporaryDirectory, newId(environment))
    try {
      const file = await files.open(temporary, 'create').catch(refuse)
      const stored = await fillAndSync(file, data, maxBytes).finally(() => file.close())
      return { stored, folder: await place(temporary, stored).catch(refuse) }
    } catch (error) {
      await files.remove(temporary).catch(() => {})
      throw error
    }
  }

  return {
    pathOf,
    async write(data, maxBytes) {
      await files.makeDirectory(temporaryDirectory).catch(refuse)
      const { stored, folder } = await store(data, maxBytes)
      await files.syncDirectory(folder).catch(refuse)
      return stored
    },
    async writeMany(blobs) {
      const folders = new Set<string>()
      const waiting = blobs.values()
      if (blobs.length > 0) await files.makeDirectory(temporaryDirectory).catch(refuse)
      const work = async (): Promise<void> => {
        for (const bytes of waiting) folders.add((await store([bytes], Number.POSITIVE_INFINITY)).folder)
      }
      const results = await Promise.allSettled(Array.from({ length: writersAtOnce }, work))
      for (const result of results) if (result.status === 'rejected') throw result.reason
      for (const folder of folders) await files.syncDirectory(folder).catch(refuse)
    },
    async *hashes() {
      for (const prefix of await files.names(directory)) {
        if (!/^[0-9a-f]{2}$/.test(prefix)) continue
        for (const rest of await files.names(join(directory, prefix))) {
          const hash = blobHash.safeParse(prefix + rest)
          if (hash.success) yield hash.data
        }
      }
    },
    async sweep() {
      for (const name of await files.names(temporaryDirectory))
        await files.remove(join(temporaryDirectory, name))
    },
  }
}

/** The name of some bytes. */
export function hashOfBlob(bytes: Uint8Array): BlobHash {
  return digest(createHash('sha256').update(bytes))
}

function digest(hash: Hash): BlobHash {
  return blobHash.parse(hash.digest('hex'))
}

async function fillAndSync(
  file: OpenFile,
  data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredBlob> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of data) {
    if (size + chunk.byteLength > maxBytes) throw new BlobError('too-large', null)
    hash.update(chunk)
    await writeAll(file, chunk, size).catch(refuse)
    size += chunk.byteLength
  }
  await file.dataSync().catch(refuse)
  return { hash: digest(hash), size }
}

/** Tells the disk's errors from those of whoever sends the data. */
function refuse(error: unknown): never {
  throw new BlobError('disk-refused', null, { cause: error })
}
