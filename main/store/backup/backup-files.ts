import { isAbsolute, join, relative, sep } from 'node:path'
import type { Files } from '../files/files'
import type { ReadableFiles } from './overlay-files'
import type { BackedUpFile, Repository } from './repository'

/** Name under which the files of a backup appear; nothing on any disk has it. */
export const backupRoot = join(sep, 'ban-sao-luu')

/** A backup as the workspace folder it was made of, at `backupRoot`, without taking it out. */
export function backupFiles(
  files: Files,
  repository: Repository,
  list: readonly BackedUpFile[],
): ReadableFiles {
  const byPath = new Map(list.map(file => [join(backupRoot, file.path), file]))
  const folders = new Map<string, Set<string>>()
  for (const { path } of list) {
    const steps = path.split('/')
    for (const [depth, name] of steps.entries()) {
      const folder = join(backupRoot, ...steps.slice(0, depth))
      const names = folders.get(folder) ?? new Set()
      folders.set(folder, names.add(name))
    }
  }
  const objectOf = (path: string): string | null => {
    const file = byPath.get(path)
    return file === undefined ? null : repository.objects.pathOf(file.sha256)
  }
  return {
    async read(path) {
      const object = objectOf(path)
      return object === null ? null : files.read(object)
    },
    async *stream(path, range) {
      const object = objectOf(path)
      if (object === null) throw Object.assign(new Error(`${path} is not in the backup`), { code: 'ENOENT' })
      yield* files.stream(object, range)
    },
    async size(path) {
      return byPath.get(path)?.size ?? (folders.has(path) ? 0 : null)
    },
    names: async directory => [...(folders.get(directory) ?? [])].sort(),
    realPath: async path => path,
  }
}

/** Whether one folder is the other or lies in it; both with all links resolved. */
export function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}
