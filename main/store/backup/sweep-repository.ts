import type { BlobHash } from '#common/domain/ids'
import type { Files } from '../files/files'
import type { Repository } from './repository'

/**
 * Removes the objects no backup names. Every head must be readable: while one is not, nobody knows what it names, and
 * nothing is removed.
 */
export async function sweepRepository(files: Files, repository: Repository): Promise<number> {
  const heads = (await files.names(`${repository.directory}/ban`)).filter(name => name.endsWith('.json'))
  const backups = await repository.list()
  if (backups.length !== heads.length) return 0
  const named = new Set<BlobHash>()
  for (const backup of backups) {
    named.add(backup.head.list)
    for (const { sha256 } of await repository.filesOf(backup)) named.add(sha256)
  }
  let removed = 0
  for await (const hash of repository.objects.hashes()) {
    if (named.has(hash)) continue
    await files.remove(repository.objects.pathOf(hash))
    removed++
  }
  await repository.objects.sweep()
  return removed
}
