import { join } from 'node:path'
import { manifestName, previousManifestName } from '../collections/load-checkpoint'
import { decodeManifest } from '../collections/manifest'
import type { Files } from '../files/files'
import { temporarySuffix } from '../files/replace-file'

/** A file to copy, as long as it was when it was looked at: what only grows is copied up to there. */
export interface SourceFile {
  /** Within the workspace, with `/` between folders. */
  readonly path: string
  readonly size: number
  /** Where the next checkpoint replaces the file: its bytes as the rest of the list was made from them. */
  readonly content?: Uint8Array
}

const blobPath = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{62})$/

/** A blob's path says its hash. */
export function hashInPath(path: string): string | null {
  const [, start, rest] = blobPath.exec(path) ?? []
  return start === undefined ? null : `${start}${rest}`
}

/** Half written, and swept at every opening. */
const leftOut = new Set(['blobs/temporary'])

/**
 * The files of a workspace that is being written to, in the order in which they must be looked at: what names something
 * comes before what it names. Checkpoint, then the journal behind it, then drafts and blobs, which the journal was
 * written after; last the embedded portal, which may know of a decision before the journal does, never the reverse.
 */
export async function* listWorkspace(files: Files, directory: string): AsyncIterable<SourceFile> {
  yield* collectionFiles(files, directory)
  for (const part of ['epoch', 'journal', 'drafts', 'blobs', 'quarantine', 'portal', 'workspace.json'])
    yield* filesUnder(files, directory, part)
}

/** Only what the manifests name: the next checkpoint removes the rest. */
async function* collectionFiles(files: Files, directory: string): AsyncIterable<SourceFile> {
  const named = new Set<string>()
  for (const name of [manifestName, previousManifestName]) {
    const path = `collections/${name}`
    const bytes = await files.read(join(directory, path))
    if (bytes === null) continue
    yield { path, size: bytes.byteLength, content: bytes }
    const decoded = decodeManifest(bytes)
    if (decoded.kind !== 'manifest') continue
    for (const { file } of Object.values(decoded.manifest.collections).flat())
      named.add(`collections/${file}`)
  }
  for (const path of named) {
    const size = await files.size(join(directory, path))
    if (size !== null) yield { path, size }
  }
}

async function* filesUnder(files: Files, directory: string, path: string): AsyncIterable<SourceFile> {
  if (leftOut.has(path) || path.endsWith(temporarySuffix)) return
  const names = await namesIn(files, join(directory, path))
  if (names === null) {
    const size = await files.size(join(directory, path))
    if (size !== null) yield { path, size }
    return
  }
  for (const name of names) yield* filesUnder(files, directory, `${path}/${name}`)
}

/** Null for a file, and for what went away while we were looking. */
async function namesIn(files: Files, path: string): Promise<readonly string[] | null> {
  try {
    const names = await files.names(path)
    return names.length === 0 && !(await isFolder(files, path)) ? null : names
  } catch {
    return null
  }
}

/** An empty list may be an empty folder or nothing at all; neither has anything to copy. */
async function isFolder(files: Files, path: string): Promise<boolean> {
  return (await files.size(path)) !== null
}
