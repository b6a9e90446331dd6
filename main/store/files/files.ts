/**
 * An open file, written by position. The primitives are deliberately raw (a write may be short) so that a test can
 * put faults or a recording between them and the loops above.
 */
export interface OpenFile {
  /** One write; resolves to the number of bytes taken, which may be fewer than offered. */
  write(data: Uint8Array, position: number): Promise<number>
  /** Bytes and size reach the disk (fdatasync). After a rejection this file must never be trusted or synced again. */
  dataSync(): Promise<void>
  truncate(length: number): Promise<void>
  size(): Promise<number>
  /** The same without leaving the thread: for a look after every sync at a local file, which costs two microseconds. */
  sizeNow(): number
  close(): Promise<void>
}

/**
 * `create` refuses an existing file, `write` opens or creates one without cutting it. `create-durable` is `create` where
 * each write has reached the disk when it resolves, as if a dataSync() followed, and rejects when that failed.
 * `write-little` is `write` for some hundred bytes at a time, which go to the system's cache without leaving the thread:
 * a few microseconds, where the way through Node's thread pool takes ten times that.
 */
export type OpenMode = 'create' | 'write' | 'create-durable' | 'write-little'

/** Whether opening refuses a file that is there. */
export function makesNew(mode: OpenMode): boolean {
  return mode === 'create' || mode === 'create-durable'
}

export interface ByteRange {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** Everything the program asks of a disk. Rejections are Node's errors with their `code`. */
export interface Files {
  open(path: string, mode: OpenMode): Promise<OpenFile>
  /** Whole content, or null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  /** A file in chunks; `range` reads a part of it. */
  stream(path: string, range?: ByteRange): AsyncIterable<Uint8Array>
  /** Bytes, or null when there is no such file. */
  size(path: string): Promise<number | null>
  /** Sorted names in a folder; empty when there is no such folder. */
  names(directory: string): Promise<readonly string[]>
  /** Atomic within a volume; replaces the target. Patient with scanners that hold files on Windows. */
  rename(from: string, to: string): Promise<void>
  /** Removes a file; content when it is already gone. As patient as `rename`. */
  remove(path: string): Promise<void>
  /** Removes an empty folder; content when it is already gone. */
  removeDirectory(path: string): Promise<void>
  /** Creates a folder of mode 0700 and its missing parents; content when it is there. */
  makeDirectory(path: string): Promise<void>
  /** Makes creations, renames and removals in a folder durable; nothing to do where folders cannot be synced. */
  syncDirectory(path: string): Promise<void>
  /** The path with all links resolved. */
  realPath(path: string): Promise<string>
}
