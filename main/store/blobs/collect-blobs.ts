import { join } from 'node:path'
import type { Environment } from '#common/domain/environment'
import type { BlobHash } from '#common/domain/ids'
import type { Files } from '../files/files'
import { blobFiles } from './blob-files'
import { countBlobUses } from './blob-uses'
import { blobTrash } from './trash'

export interface Collected {
  /** Put aside now. */
  readonly trashed: readonly BlobHash[]
  /** Named again, so back in their place. */
  readonly broughtBack: readonly BlobHash[]
  /** Gone for good: nothing named them for the whole time of grace. */
  readonly removed: readonly BlobHash[]
}

const dayMs = 86_400_000

/**
 * Puts blobs that nothing names aside and removes those that have lain aside for `graceDays`. Made for a workspace with
 * its writer at work, right after a checkpoint: a blob that is named a moment later is read from the trash, and the next
 * run brings it back. Any unreadable source rejects before anything is moved.
 */
export async function collectBlobs(options: {
  readonly files: Files
  readonly environment: Environment
  readonly workspace: string
  readonly graceDays: number
}): Promise<Collected> {
  const { files, environment, workspace, graceDays } = options
  const blobs = blobFiles(files, environment, workspace)
  const trash = blobTrash(files, join(workspace, 'blobs'))
  const today = dayOf(environment.now())
  const lastDay = dayOf(environment.now() - graceDays * dayMs)

  const stored: BlobHash[] = []
  for await (const hash of blobs.hashes()) stored.push(hash)
  // Looked at after the blobs were listed: what was stored since is not in the list.
  const uses = await countBlobUses(files, workspace, blobs, trash)
  const broughtBack: BlobHash[] = []
  const removed: BlobHash[] = []
  for (const { hash, day, path } of await trash.list()) {
    if (uses.has(hash)) {
      if (await trash.bringBack(hash, blobs.pathOf(hash))) broughtBack.push(hash)
    } else if (day < lastDay) {
      await files.remove(path)
      removed.push(hash)
    }
  }
  const trashed = stored.filter(hash => !uses.has(hash))
  for (const hash of trashed) await trash.put(hash, blobs.pathOf(hash), today)
  await trash.tidy()
  return { trashed, broughtBack, removed }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
