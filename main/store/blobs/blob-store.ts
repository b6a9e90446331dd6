import type { ReadableStream } from 'node:stream/web'
import type { BlobHash } from '#common/domain/ids'
import type { ByteRange } from '../files/files'

/** What was stored: the SHA-256 of the bytes is the name. */
export interface StoredBlob {
  readonly hash: BlobHash
  readonly size: number
}

export interface OpenedBlob {
  /** Bytes of the whole blob, not of the range asked for. */
  readonly size: number
  readonly stream: ReadableStream<Uint8Array>
}

/**
 * `missing` and `damaged` (bytes do not match the name) name a blob; `too-large` passed `maxBytes`; `disk-refused` (its
 * cause says why: full, read-only …) leaves the store writable, since no other file was touched.
 */
export class BlobError extends Error {
  override readonly name = 'BlobError'
  constructor(
    readonly kind: 'missing' | 'damaged' | 'too-large' | 'disk-refused',
    readonly hash: BlobHash | null,
    options?: ErrorOptions,
  ) {
    super(`blob ${kind}${hash === null ? '' : `: ${hash}`}`, options)
  }
}

/**
 * Pictures, attachments, revision bodies and published HTML under the SHA-256 of their bytes. Texts committed as
 * `bodies` of a transaction are readable here as soon as commit() was called.
 */
export interface BlobStore {
  /**
   * Durable when resolved; the same bytes are kept once. Rejects with BlobError `too-large` past `maxBytes` or
   * `disk-refused` (nothing stays behind), and with StoreWriteError when the store is read-only.
   */
  put(
    data: Uint8Array | AsyncIterable<Uint8Array>,
    limits?: { readonly maxBytes?: number },
  ): Promise<StoredBlob>
  /** Whole content, hash checked; rejects with BlobError `missing` or `damaged`. */
  read(hash: BlobHash): Promise<Uint8Array>
  /** A stream for big files, hash not checked; rejects with BlobError `missing`. */
  open(hash: BlobHash, range?: ByteRange): Promise<OpenedBlob>
  has(hash: BlobHash): Promise<boolean>
  /** Bytes, or null when there is no such blob. */
  size(hash: BlobHash): Promise<number | null>
  /** Every blob on disk, for verification and backup. */
  hashes(): AsyncIterable<BlobHash>
}
