import { BlobError } from '../blobs/blob-store'
import { errorCode } from '../files/error-code'

/**
 * Why a copy was not made or not taken back; whatever was there before is as it was.
 * `folder-missing`: the target is not there (a stick that is not in). `folder-lost`: it went away in the middle.
 * `folder-refused`: it cannot be written. `folder-inside`: it lies in the workspace. `folder-taken`: it holds something.
 * `disk-full`. `not-whole`: the copy does not open or read back. `not-found`: no such backup. `newer`: written by a newer
 * program. `restless`: the workspace changed too fast to be copied. `too-large`: what was asked for does not fit into one file
 * (its detail: the bytes that do). `zip-full`: more than a zip holds.
 * `cancelled`: somebody stopped it.
 */
export type BackupFault =
  | 'folder-missing'
  | 'folder-lost'
  | 'folder-refused'
  | 'folder-inside'
  | 'folder-taken'
  | 'disk-full'
  | 'not-whole'
  | 'not-found'
  | 'newer'
  | 'restless'
  | 'too-large'
  | 'zip-full'
  | 'cancelled'

export class BackupError extends Error {
  override readonly name = 'BackupError'
  constructor(
    readonly kind: BackupFault,
    /** The folder or file it is about. */
    readonly path: string,
    /** In the words of whoever noticed: shown in small print. */
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(`backup ${kind}: ${path}${detail === '' ? '' : ` (${detail})`}`, options)
  }
}

/** What a target folder's disk answered, as a fault a person can do something about. */
export function targetFault(error: unknown, path: string): BackupError {
  if (error instanceof BackupError) return error
  const cause = error instanceof BlobError ? error.cause : error
  const code = errorCode(cause)
  const detail = code ?? (cause instanceof Error ? cause.message : String(cause))
  return new BackupError(kindOf(code), path, detail, { cause })
}

function kindOf(code: string | null): BackupFault {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EINVAL':
    case 'ENAMETOOLONG':
      return 'folder-refused'
    default:
      return 'folder-lost'
  }
}

/** Ends the work when somebody asked for it. */
export function stopWhenCancelled(signal: AbortSignal, path: string): void {
  if (signal.aborted) throw new BackupError('cancelled', path)
}
