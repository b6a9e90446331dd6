import { problem } from '#common/api/problems/problem'
import type { Instant } from '#common/domain/ids'
import { ok, refuse } from '#common/domain/result'
import type { Core, Handlers } from '#main/core/capability'
import type { DraftDesk } from './draft-desk'
import { replaceDraft } from './replace-draft'

/** States offered at most; older ones are kept all the same. */
const mostStates = 200

interface State {
  readonly version: number
  readonly at: Instant
}

/** What autosaving kept of a draft, to be looked for by the clock and brought back. */
export function createKeptStates(
  core: Core,
  desk: DraftDesk,
): Handlers<'drafts.states' | 'drafts.bringBack'> {
  return {
    'drafts.states': async input => {
      const draft = await desk.open(input.article)
      if (!draft.ok) return draft
      const now = draft.value.version
      const states = oneAMinute((await draft.value.states()).filter(({ version }) => version !== now))
      return ok({ states: states.slice(0, mostStates).map(({ version, at }) => ({ version, at })) })
    },

    'drafts.bringBack': async (input, caller) => {
      const draft = await desk.open(input.article)
      if (!draft.ok) return draft
      const document = await draft.value.at(input.version)
      if (document === null) return refuse(problem('state-not-kept'))
      // What is there now is a kept state itself, so this can be taken back the same way.
      return replaceDraft(core, desk, input.article, document, caller.account, 'own-past')
    },
  }
}

/** Of every minute the last state; newest first, as they come. */
function oneAMinute(states: readonly State[]): readonly State[] {
  const seen = new Set<string>()
  return states.filter(({ at }) => {
    const minute = at.slice(0, 'yyyy-mm-ddThh:mm'.length)
    if (seen.has(minute)) return false
    seen.add(minute)
    return true
  })
}
