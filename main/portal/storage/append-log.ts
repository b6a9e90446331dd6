import { dirname } from 'node:path'
import type { Files } from '#main/store/files/files'
import { writeAll } from '#main/store/files/write-all'

/** A file that only grows. */
export interface AppendLog {
  /** Resolves to the offset of the bytes once they are durable; all that wait share one fdatasync. */
  append(bytes: Uint8Array): Promise<number>
  close(): Promise<void>
}

/** The disk refused; the log takes nothing more until it is opened again, since its end is no longer certain. */
export class LogBroken extends Error {
  override readonly name = 'LogBroken'
}

interface Waiting {
  readonly bytes: Uint8Array
  readonly resolve: (offset: number) => void
  readonly reject: (error: unknown) => void
}

export async function openAppendLog(files: Files, path: string): Promise<AppendLog> {
  const file = await files.open(path, 'write')
  await files.syncDirectory(dirname(path))
  let size = await file.size()
  let waiting: Waiting[] = []
  let broken: LogBroken | null = null
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        if (broken !== null) throw broken
        const start = size
        const bytes = Buffer.concat(batch.map(entry => entry.bytes))
        await writeAll(file, bytes, start)
        await file.dataSync()
        size = start + bytes.length
        settle(batch, start)
      } catch (error) {
        broken ??= new LogBroken(`cannot write ${path}`, { cause: error })
        for (const entry of batch) entry.reject(broken)
      }
    }
    running = null
  }

  return {
    append: bytes =>
      new Promise((resolve, reject) => {
        waiting.push({ bytes, resolve, reject })
        running ??= Promise.resolve().then(run)
      }),
    async close() {
      while (running !== null) await running
      await file.close()
    },
  }
}

function settle(batch: readonly Waiting[], start: number): void {
  let offset = start
  for (const entry of batch) {
    entry.resolve(offset)
    offset += entry.bytes.byteLength
  }
}
