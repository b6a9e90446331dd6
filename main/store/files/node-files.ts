import { fstatSync, write, writeSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { errorCode, isMissing } from './error-code'
import { type Files, makesNew, type OpenFile, type OpenMode } from './files'
import { streamFile } from './stream-file'

/** Who may read what is made: our own account, or (what a web server shows) everybody. */
export type Audience = 'owner' | 'everybody'

const modes = { owner: { file: 0o600, folder: 0o700 }, everybody: { file: 0o644, folder: 0o755 } } as const

/** A scanner lets go of a file within this many tries of doubling pauses (10 ms … 1.28 s, 2.5 s in all). */
const mostTries = 9

/** The disk itself. `platform` decides what the operating system cannot do or does late. */
export function nodeFiles(platform: NodeJS.Platform = process.platform, audience: Audience = 'owner'): Files {
  const mode = modes[audience]
  return {
    open: (path, how) => openNodeFile(path, how, platform, mode.file),
    read: path => fs.readFile(path).catch(nullWhenMissing),
    stream: streamFile,
    size: async path => (await fs.stat(path).catch(nullWhenMissing))?.size ?? null,
    names: async path => ((await fs.readdir(path).catch(nullWhenMissing)) ?? []).sort(),
    rename: (from, to) => patiently(() => fs.rename(from, to), platform),
    remove: path => patiently(() => fs.rm(path, { force: true }), platform),
    removeDirectory: async path => void (await fs.rmdir(path).catch(nullWhenMissing)),
    makeDirectory: async path => void (await fs.mkdir(path, { recursive: true, mode: mode.folder })),
    syncDirectory: path => (platform === 'win32' ? Promise.resolve() : syncFolder(path)),
    realPath: path => fs.realpath(path),
  }
}

/** Retries what a virus scanner refuses for a moment on Windows (EPERM, EACCES, EBUSY); elsewhere those are final. */
export async function patiently(
  work: () => Promise<void>,
  platform: NodeJS.Platform,
  pause: (milliseconds: number) => Promise<void> = wait,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const held = platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
      if (!held || tries === mostTries) throw error
      await pause(5 * 2 ** tries)
    }
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

async function openNodeFile(
  path: string,
  mode: OpenMode,
  platform: NodeJS.Platform,
  permissions: number,
): Promise<OpenFile> {
  const { O_CREAT, O_DSYNC, O_EXCL, O_RDWR } = fs.constants
  const durable = mode === 'create-durable'
  // One call to the thread pool instead of two. Elsewhere the flag is missing or stops at the drive's cache.
  const syncsItself = durable && platform === 'linux'
  const flags = O_RDWR | O_CREAT | (makesNew(mode) ? O_EXCL : 0) | (syncsItself ? O_DSYNC : 0)
  const handle = await fs.open(path, flags, permissions)
  return {
    async write(data, position) {
      if (mode === 'write-little') return writeSync(handle.fd, data, 0, data.byteLength, position)
      if (syncsItself) return writeThrough(handle.fd, data, position)
      const { bytesWritten } = await handle.write(data, 0, data.byteLength, position)
      if (durable) await handle.datasync()
      return bytesWritten
    },
    dataSync: () => handle.datasync(),
    truncate: length => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    sizeNow: () => fstatSync(handle.fd).size,
    close: () => handle.close(),
  }
}

/** Half of what a FileHandle's write costs this thread; the caller closes the file only when nothing is under way. */
function writeThrough(file: number, data: Uint8Array, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    write(file, data, 0, data.byteLength, position, (error, written) =>
      error === null ? resolve(written) : reject(error),
    )
  })
}

async function syncFolder(path: string): Promise<void> {
  const folder = await fs.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function nullWhenMissing(error: unknown): null {
  if (isMissing(error)) return null
  throw error
}
