import type { AuditEntry } from '#common/api/views'
import { instantNow } from '#common/domain/environment'
import { ok } from '#common/domain/result'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { JournalEntry, VerifyReport } from '#main/store/store'
import { auditCsv } from './audit-csv'
import { findEntries } from './find-entries'

/** About 10 MB of text, what one answer may carry. */
const mostExported = 20_000

/** The journal is the audit log; this reads it for people. */
export function createRecords(core: Core): Handlers<'audit.list' | 'audit.export' | 'store.verify'> {
  /** Reading everything back keeps the disk busy: whoever asks meanwhile gets the same answer. */
  let verifying: Promise<VerifyReport> | null = null
  const verify = () => {
    verifying ??= core.store.verify().finally(() => {
      verifying = null
    })
    return verifying
  }

  return {
    'audit.list': async ({ limit, ...filter }) => {
      const found = await findEntries(core, filter, limit)
      return ok({ entries: found.map(entry => toView(core, entry)) })
    },

    'audit.export': async (filter, caller) => {
      const found = await findEntries(core, filter, mostExported)
      const entries = found.map(entry => toView(core, entry))
      await core.store.commit({
        event: auditEvent(core, 'audit.exported', caller.account.id, null, {
          entries: entries.length,
          ...filter,
        }),
        changes: [],
      })
      const date = instantNow(core.environment).slice(0, 10)
      return ok({ fileName: `nhat-ky-${date}.csv`, csv: auditCsv(entries), entries: entries.length })
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

function toView(core: Core, { position, event }: JournalEntry): AuditEntry {
  return {
    sequence: position.sequence,
    hash: position.hash,
    at: event.at,
    type: event.type,
    actor: event.actor,
    actorName: event.actor === null ? null : (core.store.get('accounts', event.actor)?.name ?? null),
    subject: event.subject,
    subjectName: subjectName(core, event.subject),
    details: { ...event.details },
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
