import { type Problem, problem } from '#common/api/problems/problem'
import type { Job } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import { unreachable } from '#common/domain/unreachable'
import type { Setback } from '#main/connectors/connector'
import { moveJob } from './move-job'
import { type PublishingParts, toNote } from './publishing-parts'

/** Server errors in a row after which a person has to look; being busy or away never counts as one. */
const mostServerErrors = 8

/** `media`: only pictures and files were under way, whose names are their content. `decision`: the message itself. */
export type Phase = 'media' | 'decision'

/** Why a sending ended early: the portal or the way to it, or somebody turned the offline switch between two requests. */
export type Hindrance = Setback | { readonly kind: 'switched-off' }

/** What a failed sending means for the job and the line (docs/publishing.md, P8). */
export async function settleSending(
  parts: PublishingParts,
  portal: Portal,
  job: Job,
  phase: Phase,
  setback: Hindrance,
): Promise<void> {
  const { core, line, setbacks } = parts
  const nowMs = core.environment.now()
  const after = (waitMs: number) => new Date(nowMs + waitMs).toISOString()
  switch (setback.kind) {
    case 'switched-off':
      await moveJob(parts, job, 'waiting')
      return
    case 'unreachable':
      line.unreachable(portal.id)
      await moveJob(parts, job, 'waiting', { problem: note(portal, setback) })
      return
    case 'unknown': {
      if (setback.status === null) {
        // Nothing readable came from the portal: no try is spent, and the line has to prove itself.
        setbacks.add(job.id, nowMs)
        line.unreachable(portal.id)
        const to = phase === 'decision' ? 'unknown' : 'waiting'
        await moveJob(parts, job, to, { problem: note(portal, setback) })
        return
      }
      const attempts = job.attempts + 1
      const patch = { attempts, notBefore: after(setbacks.delayMs(attempts)), problem: note(portal, setback) }
      const spent = attempts >= mostServerErrors && phase === 'media'
      const to = spent ? 'refused' : phase === 'decision' ? 'unknown' : 'waiting'
      await moveJob(parts, job, to, patch)
      return
    }
    case 'busy': {
      line.busy(portal.id, setback.retryAfterMs)
      const patch = { attempts: job.attempts + 1, notBefore: after(setback.retryAfterMs) }
      await moveJob(parts, job, 'waiting', { ...patch, problem: note(portal, setback) })
      return
    }
    case 'unauthorised':
      line.unauthorised(portal.id)
      await moveJob(parts, job, 'waiting', { attempts: job.attempts + 1, problem: note(portal, setback) })
      return
    case 'refused':
      await moveJob(parts, job, 'refused', { attempts: job.attempts + 1, problem: toNote(setback.problem) })
      return
    case 'conflict': {
      // The portal holds something else than we thought: only asking it tells what. Asked at once the first time.
      const attempts = job.attempts + 1
      const notBefore = attempts === 1 ? null : after(setbacks.delayMs(attempts))
      await moveJob(parts, job, 'unknown', { attempts, notBefore, problem: null })
      return
    }
    case 'missing-blobs': {
      const attempts = job.attempts + 1
      await moveJob(parts, job, 'waiting', { attempts, notBefore: after(setbacks.delayMs(attempts)) })
      return
    }
    default:
      unreachable(setback)
  }
}

/** A job that went back to waiting after the portal proved not to have it: has it failed often enough? */
export function isSpent(job: Job): boolean {
  return job.attempts >= mostServerErrors && job.problem?.code === 'portal-server-error'
}

const unreadable = {
  'broken-off': 'portal-broken-off',
  'half-answer': 'portal-half-answer',
  'foreign-page': 'portal-foreign-page',
  unclear: 'portal-answer-unreadable',
} as const

/** A setback in words. */
export function problemOf(portal: Pick<Portal, 'url'>, setback: Setback): Problem {
  switch (setback.kind) {
    case 'unreachable':
      return problem('portal-unreachable', { url: portal.url })
    case 'unknown':
      return setback.status === null
        ? problem(unreadable[setback.sign ?? 'unclear'])
        : problem('portal-server-error', { status: setback.status })
    case 'busy':
      return problem('portal-busy')
    case 'unauthorised':
      return problem('portal-refused-credentials')
    case 'refused':
      return setback.problem
    case 'conflict':
    case 'missing-blobs':
      return problem('portal-answer-unreadable')
    default:
      return unreachable(setback)
  }
}

function note(portal: Portal, setback: Setback) {
  return toNote(problemOf(portal, setback))
}
