import { ReadableStream } from 'node:stream/web'
import type { BlobHash } from '#common/domain/ids'
import type { ByteRange, Files } from '../files/files'
import type { Health } from '../health'
import { type BlobFiles, hashOfBlob } from './blob-files'
import { BlobError, type BlobStore } from './blob-store'
import type { BlobTrash } from './trash'

/** The blob store as the store itself sees it: texts of the journal wait here until a checkpoint makes them files. */
export interface JournalBlobs extends BlobStore {
  /** Readable at once; the journal holds the bytes until `flush` has written them. */
  hold(hash: BlobHash, bytes: Uint8Array): void
  /** Writes everything held at the time of the call; durable when resolved. */
  flush(): Promise<void>
}

export function createBlobStore(
  files: Files,
  blobs: BlobFiles,
  trash: BlobTrash,
  health: Health,
): JournalBlobs {
  const held = new Map<BlobHash, Uint8Array>()

  async function size(hash: BlobHash): Promise<number | null> {
    return held.get(hash)?.byteLength ?? (await find(hash))?.size ?? null
  }

  /** What was put aside a moment before somebody named it again is read where it lies. */
  async function find(hash: BlobHash): Promise<{ readonly path: string; readonly size: number } | null> {
    const placed = blobs.pathOf(hash)
    const placedSize = await files.size(placed)
    if (placedSize !== null) return { path: placed, size: placedSize }
    const path = await trash.find(hash)
    const trashedSize = path === null ? null : await files.size(path)
    return path === null || trashedSize === null ? null : { path, size: trashedSize }
  }

  async function readFile(hash: BlobHash): Promise<Uint8Array | null> {
    const bytes = await files.read(blobs.pathOf(hash))
    if (bytes !== null) return bytes
    const found = await find(hash)
    return found === null ? null : files.read(found.path)
  }

  return {
    async put(data, { maxBytes = Number.POSITIVE_INFINITY } = {}) {
      health.assertWritable()
      return blobs.write(data instanceof Uint8Array ? [data] : data, maxBytes)
    },
    async read(hash) {
      const bytes = held.get(hash) ?? (await readFile(hash))
      if (bytes === null) throw new BlobError('missing', hash)
      if (hashOfBlob(bytes) !== hash) throw new BlobError('damaged', hash)
      return bytes
    },
    async open(hash, range) {
      const bytes = held.get(hash)
      const found = bytes === undefined ? await find(hash) : { path: '', size: bytes.byteLength }
      if (found === null) throw new BlobError('missing', hash)
      const whole = found.size
      const part = { start: range?.start ?? 0, end: Math.min(range?.end ?? whole, whole) }
      const chunks = bytes === undefined ? files.stream(found.path, part) : slice(bytes, part)
      return { size: whole, stream: ReadableStream.from(chunks) }
    },
    has: async hash => (await size(hash)) !== null,
    size,
    hashes: () => blobs.hashes(),
    hold: (hash, bytes) => void held.set(hash, bytes),
    async flush() {
      const flushing = [...held]
      await blobs.writeMany(flushing.map(([, bytes]) => bytes))
      for (const [hash] of flushing) held.delete(hash)
    },
  }
}

async function* slice(bytes: Uint8Array, { start, end }: ByteRange): AsyncIterable<Uint8Array> {
  yield bytes.subarray(start, end)
}
