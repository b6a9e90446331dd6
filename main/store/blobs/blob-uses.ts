import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type BlobHash, blobHash } from '#common/domain/ids'
import type { Files } from '../files/files'
import type { BlobFiles } from './blob-files'
import type { BlobTrash } from './trash'

const expand = promisify(gunzip)

/** Nothing in these is the newsroom's own word about what it needs: blobs, copies, what can be made again. */
const notSources = new Set(['blobs', 'portal', 'quarantine', 'search'])

/** Revision bodies, published HTML and messages begin so; pictures and files name nothing. */
const textStarts = new Set(['{', '<'].map(character => character.charCodeAt(0)))

/** Each hash and in how many places it is named. */
export type BlobUses = ReadonlyMap<BlobHash, number>

/**
 * Counts who names which blob, from what lies on the disk: records of every collection, the journal (archive included),
 * drafts with all kept states, and the texts named by those. A name is any 64 hexadecimal digits standing alone, so a
 * record, node or field that is added later is counted without being known here. Reads only.
 */
export async function countBlobUses(
  files: Files,
  workspace: string,
  blobs: BlobFiles,
  trash: BlobTrash,
): Promise<BlobUses> {
  const uses = new Map<BlobHash, number>()
  const texts: BlobHash[] = []
  const count = (text: string): void => {
    for (const hash of namesIn(text)) {
      const before = uses.get(hash) ?? 0
      uses.set(hash, before + 1)
      if (before === 0) texts.push(hash)
    }
  }
  for (const part of await files.names(workspace))
    if (!notSources.has(part)) await readAll(files, join(workspace, part), count)
  // What a named text names is needed with it.
  for (let hash = texts.pop(); hash !== undefined; hash = texts.pop()) {
    const text = await textOf(files, blobs, trash, hash)
    if (text !== null) count(text)
  }
  return uses
}

function namesIn(text: string): BlobHash[] {
  const found = text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)
  return Array.from(found, ([hash]) => blobHash.parse(hash))
}

async function readAll(files: Files, path: string, count: (text: string) => void): Promise<void> {
  const names = await files.names(path).catch(() => null)
  if (names !== null) {
    for (const name of names) await readAll(files, join(path, name), count)
    return
  }
  const bytes = await files.read(path)
  if (bytes !== null) count((await expanded(path, bytes)).toString('latin1'))
}

async function textOf(
  files: Files,
  blobs: BlobFiles,
  trash: BlobTrash,
  hash: BlobHash,
): Promise<string | null> {
  const placed = blobs.pathOf(hash)
  const path = (await files.size(placed)) === null ? await trash.find(hash) : placed
  if (path === null) return null
  for await (const start of files.stream(path, { start: 0, end: 1 }))
    if (!textStarts.has(start[0] ?? 0)) return null
  const bytes = await files.read(path)
  return bytes === null ? null : Buffer.from(bytes).toString('latin1')
}

/** A damaged archive names nothing that can be known; that is for the verification to say, and nothing may go then. */
async function expanded(path: string, bytes: Uint8Array): Promise<Buffer> {
  return path.endsWith('.gz') ? expand(bytes) : Buffer.from(bytes)
}
