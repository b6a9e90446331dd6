import { createHash, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { Environment } from '#common/domain/environment'
import type { Files } from '../files/files'
import { temporarySuffix } from '../files/replace-file'
import { writeAll } from '../files/write-all'

const fileName = 'control.token'
const tokenBytes = 32

/** A fresh secret for each holder; only the workspace's own OS account can read the file (mode 0600). */
export function newToken(environment: Environment): string {
  return Buffer.from(environment.randomBytes(tokenBytes)).toString('hex')
}

/** Whole for whoever reads it, and not synced: after a power cut nobody holds the lock that it belongs to. */
export async function writeToken(files: Files, directory: string, token: string): Promise<void> {
  const path = join(directory, fileName)
  const temporary = path + temporarySuffix
  await files.remove(temporary)
  const file = await files.open(temporary, 'create')
  await writeAll(file, Buffer.from(token), 0).finally(() => file.close())
  await files.rename(temporary, path)
}

/** The present holder's token, or null when there is none or it is not ours to read. */
export async function readToken(files: Files, directory: string): Promise<string | null> {
  const bytes = await files.read(join(directory, fileName)).catch(() => null)
  return bytes === null ? null : Buffer.from(bytes).toString()
}

export function removeToken(files: Files, directory: string): Promise<void> {
  return files.remove(join(directory, fileName))
}

/** Compares in constant time, whatever the lengths. */
export function sameToken(offered: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(offered), digest(token))
}
