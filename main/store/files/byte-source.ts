import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes that never change, read by ranges; synchronous, for worker threads that do nothing else meanwhile. */
export interface ByteSource {
  readonly size: number
  /** Fewer bytes than asked for only at the end. */
  read(start: number, length: number): Uint8Array
  close(): void
}

/** A file, kept open until it is closed; Windows neither renames nor removes it before. */
export function fileSource(path: string): ByteSource {
  const file = openSync(path, 'r')
  return {
    size: fstatSync(file).size,
    read(start, length) {
      const bytes = new Uint8Array(length)
      let done = 0
      while (done < length) {
        const read = readSync(file, bytes, done, length - done, start + done)
        if (read === 0) break
        done += read
      }
      return bytes.subarray(0, done)
    },
    close: () => closeSync(file),
  }
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (start, length) => bytes.subarray(start, start + length),
    close: () => {},
  }
}
