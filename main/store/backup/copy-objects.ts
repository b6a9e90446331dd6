import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type BlobHash, blobHash } from '#common/domain/ids'
import { isMissing } from '../files/error-code'
import type { Files } from '../files/files'
import { BackupError, stopWhenCancelled, targetFault } from './backup-error'
import { hashInPath, listWorkspace, type SourceFile } from './list-workspace'
import type { BackedUpFile, Repository } from './repository'

/** Up to here a file is read whole, once, for hashing and copying. */
const wholeBytes = 4 * 1024 * 1024

/** Checkpoints that remove what was to be copied: after so many the disk is told to be too busy. */
const mostRounds = 6

export interface CopyProgress {
  /** Looks at a file before it is copied; `total` grows while folders are still being listed. */
  readonly onFile: (done: number, total: number) => void
}

export interface CopiedWorkspace {
  readonly files: readonly BackedUpFile[]
  /** Objects that were not there before; read back before they are trusted. */
  readonly fresh: ReadonlySet<BlobHash>
  readonly bytes: number
  readonly copiedBytes: number
  /** Blobs whose bytes are not what their name says: the workspace lost them, and a copy of them would prove nothing. */
  readonly leftOut: readonly string[]
}

/** Copies what the repository does not hold yet; begins again with the list when a checkpoint took a file away. */
export async function copyObjects(
  files: Files,
  workspace: string,
  repository: Repository,
  progress: CopyProgress,
  signal: AbortSignal,
): Promise<CopiedWorkspace> {
  const fresh = new Set<BlobHash>()
  const folders = new Set<string>()
  let copiedBytes = 0

  for (let round = 1; ; round++) {
    try {
      const copied: BackedUpFile[] = []
      const leftOut: string[] = []
      const list: SourceFile[] = []
      for await (const file of listWorkspace(files, workspace)) list.push(file)
      for (const file of list) {
        stopWhenCancelled(signal, repository.directory)
        progress.onFile(copied.length, list.length)
        const entry = await copyFile(file)
        if (entry === null) leftOut.push(file.path)
        else copied.push(entry)
      }
      for (const folder of folders)
        await files.syncDirectory(folder).catch(error => Promise.reject(targetFault(error, folder)))
      const bytes = copied.reduce((sum, { size }) => sum + size, 0)
      return { files: copied, fresh, bytes, copiedBytes, leftOut }
    } catch (error) {
      if (!(error instanceof SourceMoved)) throw error
      if (round === mostRounds) throw new BackupError('restless', error.path)
    }
  }

  /** Null for a blob that is damaged where it comes from. */
  async function copyFile(file: SourceFile): Promise<BackedUpFile | null> {
    const path = join(workspace, file.path)
    const named = hashInPath(file.path)
    const known = named === null ? null : blobHash.parse(named)
    const whole =
      known === null && file.size <= wholeBytes ? (file.content ?? (await readStart(path, file.size))) : null
    const sha256 = known ?? hashOf(whole) ?? (await hashStart(path, file.size))
    const target = repository.objects.pathOf(sha256)
    const held = await files.size(target).catch(error => Promise.reject(targetFault(error, target)))
    // What is stored under a blob's name was right when it was stored, whatever became of the blob since.
    if (held !== null && (known !== null || held === file.size))
      return { path: file.path, size: held, sha256 }
    const source = whole === null ? streamStart(path, file.size) : [whole]
    const stored = await repository.objects
      .write(source, file.size)
      .catch(error => Promise.reject(error instanceof SourceMoved ? error : targetFault(error, target)))
    if (stored.hash !== sha256 && known !== null) return null
    if (stored.hash !== sha256) throw new SourceMoved(path)
    folders.add(dirname(target))
    fresh.add(stored.hash)
    copiedBytes += stored.size
    return { path: file.path, size: file.size, sha256 }
  }

  async function readStart(path: string, size: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    for await (const chunk of streamStart(path, size)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  async function* streamStart(path: string, size: number): AsyncIterable<Uint8Array> {
    let seen = 0
    try {
      for await (const chunk of files.stream(path, { start: 0, end: size })) {
        seen += chunk.byteLength
        yield chunk
      }
    } catch (error) {
      if (isMissing(error)) throw new SourceMoved(path)
      throw new BackupError('not-whole', path, error instanceof Error ? error.message : String(error))
    }
    if (seen !== size) throw new SourceMoved(path)
  }

  async function hashStart(path: string, size: number): Promise<BlobHash> {
    const hash = createHash('sha256')
    for await (const chunk of streamStart(path, size)) hash.update(chunk)
    return blobHash.parse(hash.digest('hex'))
  }
}

/** A checkpoint removed or replaced it since it was listed. */
class SourceMoved extends Error {
  override readonly name = 'SourceMoved'
  constructor(readonly path: string) {
    super(`${path} changed while it was copied`)
  }
}

function hashOf(bytes: Uint8Array | null): BlobHash | null {
  return bytes === null ? null : blobHash.parse(createHash('sha256').update(bytes).digest('hex'))
}
