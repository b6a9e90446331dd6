import { ok } from '#common/domain/result'
import type { Core, Handlers } from '#main/core/capability'
import type { VerifyReport } from '#main/store/store'

/** The journal is the audit log; this reads it for people. */
export function createRecords(core: Core): Handlers<'audit.list' | 'store.verify'> {
  /** Reading everything back keeps the disk busy: whoever asks meanwhile gets the same answer. */
  let verifying: Promise<VerifyReport> | null = null
  const verify = () => {
    verifying ??= core.store.verify().finally(() => {
      verifying = null
    })
    return verifying
  }

  return {
    'audit.list': async input => {
      const entries = await core.store.history({
        limit: input.limit,
        ...(input.subject === undefined ? {} : { subject: input.subject }),
        ...(input.before === undefined ? {} : { before: input.before }),
      })
      return ok({
        entries: entries.map(({ position, event }) => ({
          sequence: position.sequence,
          hash: position.hash,
          at: event.at,
          type: event.type,
          actor: event.actor,
          actorName: event.actor === null ? null : (core.store.get('accounts', event.actor)?.name ?? null),
          subject: event.subject,
          subjectName: subjectName(core, event.subject),
          details: { ...event.details },
        })),
      })
    },

    'store.verify': async () => {
      const report = await verify()
      const bad = report.firstBad
      return ok({
        ok: report.ok,
        records: report.records,
        blobs: report.blobs,
        firstBad: bad === null ? null : `${bad.file} @${bad.offset}: ${bad.reason}`,
      })
    },
  }
}

function subjectName(core: Core, id: string | null): string | null {
  if (id === null) return null
  return (
    core.store.get('articles', id)?.headline ??
    core.store.get('accounts', id)?.name ??
    core.store.get('portals', id)?.name ??
    core.store.get('media', id)?.fileName ??
    null
  )
}
