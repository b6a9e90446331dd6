import { createHash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { OpenFile } from './files'
import { writeAll } from './write-all'

/** A zip that grows file by file, whatever its size; nothing but the piece under way is in memory. */
export interface ZipWriter {
  /** `packed`: already compressed (a picture), stored as it is. */
  add(path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, packed: boolean): Promise<void>
  /** Writes the directory at the end and syncs; resolves to the zip's size and SHA-256. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>
}

export function writeZip(target: OpenFile, at: Date): ZipWriter {
  let waiting: Uint8Array[] = []
  let size = 0
  const digest = createHash('sha256')
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    waiting.push(chunk)
  })

  async function flush(): Promise<void> {
    const chunks = waiting
    waiting = []
    for (const chunk of chunks) {
      await writeAll(target, chunk, size)
      digest.update(chunk)
      size += chunk.byteLength
    }
  }

  return {
    async add(path, chunks, packed) {
      const entry = packed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
      entry.mtime = at
      zip.add(entry)
      for await (const chunk of chunks) {
        entry.push(chunk)
        await flush()
      }
      entry.push(new Uint8Array(), true)
      await flush()
    },
    async finish() {
      zip.end()
      await flush()
      await target.dataSync()
      return { bytes: size, sha256: digest.digest('hex') }
    },
  }
}
