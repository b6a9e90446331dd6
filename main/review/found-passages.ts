import type { ProofreadPassage } from '#common/api/views'
import type { RevisionHash } from '#common/domain/ids'
import { keepNewest } from '#common/domain/keep-newest'
import type { Core } from '#main/core/capability'
import type { BackgroundWork } from '../background/background-work'
import { proofreadSetting } from './proofread-setting'
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
    const setting = proofreadSetting(core)
    const now = JSON.stringify(setting)
    if (now !== keptFor) kept.clear()
    keptFor = now
    const before = kept.get(revision)
    if (before !== undefined) {
      keepNewest(kept, revision, before, mostKept)
      return before
    }
    const document = await readRevision(core, revision)
    if (document === null) return null
    const passages = await work.proofread({ ...setting, document: document.toJSON() })
    if (now === keptFor) keepNewest(kept, revision, passages, mostKept)
    return passages
  }
}
