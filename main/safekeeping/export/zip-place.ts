import { basename, dirname } from 'node:path'
import { BackupError } from '#main/store/backup/backup-error'
import type { Files } from '#main/store/files/files'
import { writeZip } from '#main/store/files/write-zip'
import { type ExportPlace, unfinishedSuffix } from './export-place'

/** Beyond them a zip needs an extension that older programs do not open. */
const mostBytes = 2 ** 32 - 2 ** 24
const mostEntries = 65_000

/** One zip that must not exist yet, with a folder of the same name in it; `now` stamps what lies in it. */
export async function zipPlace(files: Files, path: string, now: number): Promise<ExportPlace> {
  const unfinished = path + unfinishedSuffix
  const root = basename(path).replace(/\.zip$/, '')
  const file = await files.open(unfinished, 'create')
  const zip = writeZip(file, new Date(now))
  let bytes = 0
  let entries = 0

  async function* counted(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    for await (const chunk of content) {
      bytes += chunk.byteLength
      if (bytes > mostBytes) throw new BackupError('zip-full', path)
      yield chunk
    }
  }

  async function add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    if (++entries > mostEntries) throw new BackupError('zip-full', path)
    // Pictures and scans are compressed already.
    await zip.add(`${root}/${name}`, counted(content), !/\.(json|html|txt)$/.test(name))
  }

  return {
    write: (name, content) => add(name, [content]),
    async copy(name, content) {
      const before = bytes
      await add(name, content)
      return bytes - before
    },
    async finish() {
      await zip.finish()
      await file.close()
      await files.rename(unfinished, path)
      await files.syncDirectory(dirname(path))
    },
    async abandon() {
      await file.close().catch(() => {})
      await files.remove(unfinished).catch(() => {})
    },
  }
}
