import { basename, dirname, isAbsolute, join } from 'node:path'
import type { Output } from '#common/api/contract'
import type { Answer } from '#common/api/operation'
import { problem } from '#common/api/problems/problem'
import { ok, refuse } from '#common/domain/result'
import type { Disk } from '#main/store/space/disk'

/** Folders to choose from, since a browser cannot ask the system for one; names only, no file is shown. */
export async function listFolders(
  disk: Disk,
  path: string | null,
): Promise<Answer<Output<'safekeeping.folders'>>> {
  if (path === null) {
    const places = await disk.places()
    const folders = places.map(place => ({ name: basename(place) || place, path: place }))
    return ok({ path: null, parent: null, folders, freeBytes: null })
  }
  const names = isAbsolute(path) ? await disk.folders(path) : null
  if (names === null) return refuse(problem('folder-not-found', { path }))
  const parent = dirname(path)
  return ok({
    path,
    parent: parent === path ? null : parent,
    folders: names.map(name => ({ name, path: join(path, name) })),
    freeBytes: await disk.freeBytes(path),
  })
}
