import { dirname, join } from 'node:path'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import { writeAll } from '#main/store/files/write-all'

/** Where an export goes, file by file. Until it is finished its name on the disk says so. */
export interface ExportPlace {
  /** `path` within the export, with slashes. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** The same for what need not fit into memory; resolves with its bytes. */
  copy(path: string, content: AsyncIterable<Uint8Array>): Promise<number>
  /** Gives it its name, durably. */
  finish(): Promise<void>
  /** Lets go of it after a failure; a zip that broke off is of no use and goes, a folder stays for what is in it. */
  abandon(): Promise<void>
}

/** Ends the name of what is still being written. */
export const unfinishedSuffix = '-dang-do'

/** A folder that must not exist yet. */
export function folderPlace(files: Files, directory: string): ExportPlace {
  const unfinished = directory + unfinishedSuffix
  const made = new Set<string>()
  const placeOf = async (path: string): Promise<string> => {
    const place = join(unfinished, path)
    if (!made.has(dirname(place))) await files.makeDirectory(dirname(place))
    made.add(dirname(place))
    return place
  }
  return {
    write: async (path, bytes) => replaceFile(files, await placeOf(path), bytes),
    async copy(path, content) {
      const target = await files.open(await placeOf(path), 'write')
      try {
        let done = 0
        for await (const chunk of content) {
          await writeAll(target, chunk, done)
          done += chunk.byteLength
        }
        await target.dataSync()
        return done
      } finally {
        await target.close()
      }
    },
    async finish() {
      await files.rename(unfinished, directory)
      await files.syncDirectory(dirname(directory))
    },
    abandon: async () => {},
  }
}
