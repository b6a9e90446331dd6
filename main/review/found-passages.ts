import type { ProofreadPassage } from '#common/api/views'
import type { RevisionHash } from '#common/domain/ids'
import { keepNewest } from '#common/domain/keep-newest'
import type { Core } from '#main/core/capability'
import type { BackgroundWork } from '../background/background-work'
import { proofreadTask } from './proofread-task'
import { readRevision } from './read-revision'

const mostKept = 50

/**
 * What the proofreader says of a revision, null where it cannot be read. The screen asks again with every change of any article: an
 * answer is kept until the day or the organisation's names are others.
 */
export function createFoundPassages(
  core: Core,
  work: BackgroundWork,
): (revision: RevisionHash) => Promise<readonly ProofreadPassage[] | null> {
  const kept = new Map<RevisionHash, readonly ProofreadPassage[]>()
  let keptFor = ''
  return async revision => {
    const task = proofreadTask(core, {})
    const now = JSON.stringify(task)
    if (now !== keptFor) kept.clear()
    keptFor = now
    const before = kept.get(revision)
    if (before !== undefined) {
      keepNewest(kept, revision, before, mostKept)
      return before
    }
    const document = await readRevision(core, revision)
    if (document === null) return null
    const passages = await work.proofread({ ...task, document: document.toJSON() })
    if (now === keptFor) keepNewest(kept, revision, passages, mostKept)
    return passages
  }
}
