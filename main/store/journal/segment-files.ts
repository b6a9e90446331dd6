import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Files } from '../files/files'
import { replaceFile } from '../files/replace-file'

const compress = promisify(gzip)
const expand = promisify(gunzip)
/** Bytes that zlib hands over at a time; its own 16 KiB would be hundreds of trips to the thread pool. */
const chunkSize = 512 * 1024

const sequenceDigits = 16
const liveName = /^(\d{16})\.log$/
const archivedName = /^(\d{16})\.log\.gz$/

/** A piece of the journal: in use, or compressed in the archive. */
export interface SegmentFile {
  readonly firstSequence: number
  readonly archived: boolean
  readonly path: string
}

/** The journal's folders and names: `journal/<first sequence>.log`, `journal/archive/<first sequence>.log.gz`. */
export interface SegmentFiles {
  readonly directory: string
  readonly archive: string
  pathOf(firstSequence: number): string
  /** Oldest first, each piece once. */
  list(): Promise<readonly SegmentFile[]>
  /** Content, expanded; null when it is nowhere. An archive that does not expand reads as empty, which is damage. */
  read(segment: SegmentFile): Promise<Buffer | null>
  /** Compresses a finished segment, checks the copy and only then removes the original. */
  archiveSegment(segment: SegmentFile): Promise<void>
}

export function segmentFiles(files: Files, workspaceDirectory: string): SegmentFiles {
  const directory = join(workspaceDirectory, 'journal')
  const archive = join(directory, 'archive')
  const digits = (sequence: number): string => String(sequence).padStart(sequenceDigits, '0')
  const pathOf = (first: number): string => join(directory, `${digits(first)}.log`)
  const archivedPathOf = (first: number): string => join(archive, `${digits(first)}.log.gz`)

  async function expandArchive(firstSequence: number): Promise<Buffer | null> {
    const bytes = await files.read(archivedPathOf(firstSequence))
    return bytes === null ? null : expand(bytes, { chunkSize }).catch(() => Buffer.alloc(0))
  }

  return {
    directory,
    archive,
    pathOf,
    async list() {
      const [liveNames, archivedNames] = await Promise.all([files.names(directory), files.names(archive)])
      const live = found(directory, liveNames, liveName, false)
      const archived = found(archive, archivedNames, archivedName, true)
      const inUse = new Set(live.map(({ firstSequence }) => firstSequence))
      return [...archived.filter(({ firstSequence }) => !inUse.has(firstSequence)), ...live].sort(
        (a, b) => a.firstSequence - b.firstSequence,
      )
    },
    async read({ firstSequence }) {
      const live = await files.read(pathOf(firstSequence))
      return live === null
        ? expandArchive(firstSequence)
        : Buffer.from(live.buffer, live.byteOffset, live.length)
    },
    async archiveSegment({ firstSequence }) {
      const original = await files.read(pathOf(firstSequence))
      if (original === null) return
      await replaceFile(files, archivedPathOf(firstSequence), await compress(original, { chunkSize }))
      const copy = await expandArchive(firstSequence)
      if (copy?.equals(original) !== true)
        throw new Error(`archive of journal segment ${firstSequence} is not readable`)
      await files.remove(pathOf(firstSequence))
      await files.syncDirectory(directory)
    },
  }
}

/** The archive of years has thousands of names, and every opening lists it. */
function found(folder: string, names: readonly string[], pattern: RegExp, archived: boolean): SegmentFile[] {
  return names.flatMap(name => {
    const digits = pattern.exec(name)?.[1]
    return digits === undefined
      ? []
      : [{ firstSequence: Number(digits), archived, path: folder + sep + name }]
  })
}
