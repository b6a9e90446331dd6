import { createHash, type Hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type Environment, newId } from '#common/domain/environment'
import { type BlobHash, blobHash } from '#common/domain/ids'
import type { Files, OpenFile } from '../files/files'
import { makeDurableDirectory } from '../files/make-durable-directory'
import { writeAll } from '../files/write-all'
import { BlobError, type StoredBlob } from './blob-store'

/** Blobs on disk: `blobs/<2 hex>/<62 hex>`, written in `blobs/temporary/` and renamed when whole and synced. */
export interface BlobFiles {
  pathOf(hash: BlobHash): string
  /** Writes what is not there yet; durable when resolved. */
  write(data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, maxBytes: number): Promise<StoredBlob>
  hashes(): AsyncIterable<BlobHash>
  /** Removes what a crash left half written. */
  sweep(): Promise<void>
}

export function blobFiles(files: Files, environment: Environment, workspaceDirectory: string): BlobFiles {
  const directory = join(workspaceDirectory, 'blobs')
  const temporaryDirectory = join(directory, 'temporary')
  const durableFolders = new Set<string>()
  const pathOf = (hash: BlobHash): string => join(directory, hash.slice(0, 2), hash.slice(2))

  async function place(temporary: string, { hash, size }: StoredBlob): Promise<void> {
    const path = pathOf(hash)
    const folder = dirname(path)
    if (!durableFolders.has(folder)) await makeDurableDirectory(files, folder)
    durableFolders.add(folder)
    // A file of another length is a damaged one: the fresh copy takes its place.
    if ((await files.size(path)) === size) await files.remove(temporary)
    else await files.rename(temporary, path)
    await files.syncDirectory(folder)
  }

  return {
    pathOf,
    async write(data, maxBytes) {
      const temporary = join(temporaryDirectory, newId(environment))
      try {
        await files.makeDirectory(temporaryDirectory).catch(refuse)
        const file = await files.open(temporary, 'create').catch(refuse)
        const stored = await fillAndSync(file, data, maxBytes).finally(() => file.close())
        await place(temporary, stored).catch(refuse)
        return stored
      } catch (error) {
        await files.remove(temporary).catch(() => {})
        throw error
      }
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
