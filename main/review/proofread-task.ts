import { dayInVietnam } from '#common/domain/vietnam-time'
import type { Core } from '#main/core/capability'
import { readNames } from '#main/names/names'
import type { ProofreadTask } from './proofread-revision'

/** What the background worker needs to proofread a document (its JSON) today, with the organisation's names. */
export function proofreadTask(core: Core, document: object): ProofreadTask {
  return {
    document,
    names: readNames(core),
    today: dayInVietnam(core.environment.now()),
  }
}
