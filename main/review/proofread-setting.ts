import { dayInVietnam } from '#common/domain/vietnam-time'
import type { Core } from '#main/core/capability'
import { readNames } from '#main/names/names'
import type { ProofreadTask } from './proofread-revision'

/** What the background worker needs beside a document to proofread it today, with the organisation's names. */
export function proofreadSetting(core: Core): Omit<ProofreadTask, 'document'> {
  return {
    names: readNames(core),
    today: dayInVietnam(core.environment.now()),
  }
}
