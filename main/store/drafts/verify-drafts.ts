import { join } from 'node:path'
import { articleId } from '#common/domain/ids'
import type { Files } from '../files/files'
import { createPacer } from '../pacer'
import type { VerifyReport } from '../store'
import { draftFiles } from './draft-files'

/**
 * Reads every snapshot and every log of every draft; names the first file that is not as it was written. A torn end is no
 * damage: somebody may be typing, and nobody was told that it was safe.
 */
export async function verifyDrafts(
  files: Files,
  workspaceDirectory: string,
): Promise<VerifyReport['firstBad']> {
  const directory = join(workspaceDirectory, 'drafts')
  const pacer = createPacer()
  for (const name of await files.names(directory)) {
    const article = articleId.safeParse(name)
    if (!article.success) continue
    const draft = draftFiles(files, directory, article.data)
    const bad = (file: string, offset: number, reason: string) => ({ file, offset, sequence: null, reason })
    const { snapshots, logs } = await draft.list()
    for (const version of snapshots)
      if ((await draft.readSnapshot(version)) === null)
        return bad(draft.snapshotPath(version), 0, 'the snapshot of the draft is damaged')
    for (const version of logs) {
      const { scan } = await draft.readLog(version)
      if (scan.end === 'damaged')
        return bad(draft.logPath(version), scan.good, 'saved typing in the draft log is damaged')
    }
    if (pacer.isDue()) await pacer.rest()
  }
  return null
}
