import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Files } from './files/files'
import { makeDurableDirectory } from './files/make-durable-directory'
import { replaceFile } from './files/replace-file'

/** Nothing unreadable is thrown away: its bytes go here, durably, before the original is cut or replaced. */
export interface Quarantine {
  /**
   * Path of the copy: `name` and the beginning of the bytes' SHA-256, so that an interrupted recovery can be repeated and
   * no later damage in the same place replaces an earlier copy.
   */
  keep(name: string, bytes: Uint8Array): Promise<string>
}

export function createQuarantine(files: Files, workspaceDirectory: string): Quarantine {
  const directory = join(workspaceDirectory, 'quarantine')
  return {
    async keep(name, bytes) {
      await makeDurableDirectory(files, directory)
      const digest = createHash('sha256').update(bytes).digest('hex')
      const path = join(directory, `${name}-${digest.slice(0, 12)}`)
      await replaceFile(files, path, bytes)
      return path
    },
  }
}
