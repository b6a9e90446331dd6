import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `kernel`: the name is gone when its process is. `path`: a socket file that outlives a crash and must be probed. */
export interface LockAddress {
  readonly kind: 'kernel' | 'path'
  readonly path: string
}

/** Where the one writer of a workspace listens; the same for every way of writing the folder's path. */
export function lockAddress(realPath: string, platform: NodeJS.Platform): LockAddress {
  const name = `toa-soan-${createHash('sha256').update(realPath).digest('hex')}`
  if (platform === 'linux') return { kind: 'kernel', path: `\0${name}` }
  if (platform === 'win32') return { kind: 'kernel', path: `\\\\.\\pipe\\${name}` }
  // A socket's path may have 104 characters, and macOS's temporary folder takes half of them.
  return { kind: 'path', path: join(tmpdir(), `${name.slice(0, 41)}.sock`) }
}
