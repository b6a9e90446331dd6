import { join } from 'node:path'
import type { Files } from './files/files'
import { makeDurableDirectory } from './files/make-durable-directory'
import { replaceFile } from './files/replace-file'

/** Nothing unreadable is thrown away: its bytes go here, durably, before the original is cut or replaced. */
export interface Quarantine {
  /** Path of the copy. The same name given again replaces it, so that an interrupted recovery can be repeated. */
  keep(name: string, bytes: Uint8Array): Promise<string>
}

export function createQuarantine(files: Files, workspaceDirectory: string): Quarantine {
  const directory = join(workspaceDirectory, 'quarantine')
  return {
    async keep(name, bytes) {
      await makeDurableDirectory(files, directory)
      const path = join(directory, name)
      await replaceFile(files, path, bytes)
      return path
    },
  }
}
