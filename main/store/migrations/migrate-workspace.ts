import { dirname, join } from 'node:path'
import type { Files } from '../files/files'
import { makeDurableDirectory } from '../files/make-durable-directory'
import { replaceFile } from '../files/replace-file'
import { readWorkspace, workspaceFormat, writeWorkspaceFormat } from '../workspace-file'
import { checkMigrations, type Migration } from './migration'
import { migrations as allMigrations } from './migrations'

/** What migrations may change; blobs are immutable and stay where they are. */
const migratedParts = ['workspace.json', 'collections', 'journal', 'drafts'] as const

export interface Migrated {
  readonly from: number
  readonly to: number
  /** Folder with the files as they were. */
  readonly copy: string
}

/**
 * Brings a workspace to the format this program writes, before anybody opens it. The files as they were are kept in
 * `before-format-<n>/`; a run that broke off begins again from them. Null when there was nothing to do, and for a newer
 * format, which the store opens read-only. The caller holds the lock.
 */
export async function migrateWorkspace(
  files: Files,
  directory: string,
  migrations: readonly Migration[] = allMigrations,
  target = workspaceFormat,
): Promise<Migrated | null> {
  checkMigrations(migrations, target)
  const { format } = await readWorkspace(files, directory)
  if (format >= target) return null
  const copy = join(directory, `before-format-${target}`)
  const done = join(copy, 'complete')
  if ((await files.size(done)) === null) {
    for (const part of migratedParts) await copyAll(files, join(directory, part), join(copy, part))
    await replaceFile(files, done, Buffer.from(`${format}\n`))
  } else {
    for (const part of migratedParts) await removeExtra(files, join(copy, part), join(directory, part))
    for (const part of migratedParts) await copyAll(files, join(copy, part), join(directory, part))
  }
  for (const migration of migrations) if (migration.to > format) await migration.run(files, directory)
  await writeWorkspaceFormat(files, directory, target)
  return { from: format, to: target, copy }
}

async function copyAll(files: Files, from: string, to: string): Promise<void> {
  const names = await namesIn(files, from)
  if (names === null) {
    const bytes = await files.read(from)
    if (bytes === null) return
    await files.makeDirectory(dirname(to))
    await replaceFile(files, to, bytes)
    return
  }
  await files.makeDirectory(dirname(to))
  await makeDurableDirectory(files, to)
  for (const name of names) await copyAll(files, join(from, name), join(to, name))
}

/** Files that a broken run has made and the copy does not know. */
async function removeExtra(files: Files, known: string, place: string): Promise<void> {
  const names = await namesIn(files, place)
  if (names === null) {
    if ((await files.size(known)) === null) await files.remove(place)
    return
  }
  for (const name of names) await removeExtra(files, join(known, name), join(place, name))
  if ((await files.size(known)) === null) await files.removeDirectory(place)
}

/** Null for a file and for nothing. */
async function namesIn(files: Files, path: string): Promise<readonly string[] | null> {
  try {
    const names = await files.names(path)
    return names.length === 0 && (await files.size(path)) === null ? null : names
  } catch {
    return null
  }
}
