import { join } from 'node:path'
import type { BlobHash } from '#common/domain/ids'
import { BlobError } from '#main/store/blobs/blob-store'
import type { Files } from '#main/store/files/files'
import { writeAll } from '#main/store/files/write-all'
import { createTurns } from './storage/turns'

/** What became of some bytes of an upload; `held` counts what is kept of it now. */
export type Appended =
  | { readonly kind: 'kept' | 'cut' | 'elsewhere'; readonly held: number }
  | { readonly kind: 'too-large' }

/**
 * Pictures and files that have arrived in part. They are forgotten when the portal starts, when they come to more than
 * are kept, and when they turn out to be other bytes; whoever sends them is then told 0 and begins again.
 */
export interface Uploads {
  /** Bytes held of a blob that has not arrived whole. */
  held(hash: BlobHash): number
  /** Keeps what comes, also of a stream that breaks. Bytes for this blob that still come by another request end there. */
  append(
    hash: BlobHash,
    offset: number,
    data: ReadableStream<Uint8Array> | null,
    maxBytes: number,
  ): Promise<Appended>
  stream(hash: BlobHash): AsyncIterable<Uint8Array>
  forget(hash: BlobHash): Promise<void>
}

const mostKept = 64

export async function openUploads(files: Files, dataDir: string): Promise<Uploads> {
  const directory = join(dataDir, 'uploads')
  await files.makeDirectory(directory)
  for (const name of await files.names(directory)) await files.remove(join(directory, name))
  const held = new Map<BlobHash, number>()
  const arriving = new Map<BlobHash, AbortController>()
  const inTurn = createTurns()
  const pathOf = (hash: BlobHash): string => join(directory, hash)

  async function forget(hash: BlobHash): Promise<void> {
    held.delete(hash)
    await files.remove(pathOf(hash))
  }

  /** Until the end, a break, or another request for the same blob. Nothing is synced: the hash is proved at the end. */
  async function take(
    hash: BlobHash,
    offset: number,
    data: ReadableStream<Uint8Array>,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Appended> {
    const file = await files.open(pathOf(hash), 'write').catch(refuse)
    const reader = data.getReader()
    const stop = () => void reader.cancel().catch(() => {})
    signal.addEventListener('abort', stop)
    let size = offset
    try {
      for (;;) {
        const read = await reader.read().catch(() => null)
        if (read === null || signal.aborted) return { kind: 'cut', held: size }
        if (read.done) return { kind: 'kept', held: size }
        if (size + read.value.byteLength > maxBytes) {
          stop()
          return { kind: 'too-large' }
        }
        await writeAll(file, read.value, size).catch(refuse)
        size += read.value.byteLength
        held.set(hash, size)
      }
    } finally {
      signal.removeEventListener('abort', stop)
      await file.close()
    }
  }

  return {
    held: hash => held.get(hash) ?? 0,
    append(hash, offset, data, maxBytes) {
      arriving.get(hash)?.abort()
      const mine = new AbortController()
      arriving.set(hash, mine)
      return inTurn(hash, async () => {
        try {
          const now = held.get(hash) ?? 0
          if (offset !== now) return { kind: 'elsewhere', held: now }
          if (mine.signal.aborted) return { kind: 'cut', held: now }
          if (data === null) return { kind: 'kept', held: now }
          const [oldest] = held.keys()
          if (!held.has(hash) && held.size >= mostKept && oldest !== undefined) await forget(oldest)
          return await take(hash, offset, data, maxBytes, mine.signal)
        } finally {
          if (arriving.get(hash) === mine) arriving.delete(hash)
        }
      })
    },
    stream: hash => files.stream(pathOf(hash)),
    forget(hash) {
      arriving.get(hash)?.abort()
      return inTurn(hash, () => forget(hash))
    },
  }
}

function refuse(error: unknown): never {
  throw new BlobError('disk-refused', null, { cause: error })
}
