import type { JournalVerdict } from '#common/api/records-operations'
import type { AuditEntry } from '#common/api/views'
import { instantNow } from '#common/domain/environment'
import { ok } from '#common/domain/result'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { HeldCheckpoints } from '#main/publishing/held-checkpoints'
import type { JournalEntry } from '#main/store/store'
import { fingerprint } from '../approval-file/key-card'
import type { BackgroundWork } from '../background/background-work'
import { compareCheckpoints } from './checkpoints'
import { type AuditFilter, findEntries } from './find-entries'
import { sheetMediaTypes } from './sheet-format'
import { workstationPublicKey } from './workstation-key'

/** About 10 MB of text, what one answer may carry. */
const mostExported = 20_000

type Operations = 'audit.list' | 'audit.export' | 'audit.workstationKey' | 'store.verify' | 'store.verdict'

/** The journal is the audit log; this reads it for people, and holds it against what portals know of it. */
export function createRecords(
  core: Core,
  heldCheckpoints: () => Promise<readonly HeldCheckpoints[]>,
  background: Pick<BackgroundWork, 'writeSheet'>,
): Handlers<Operations> {
  /** Reading everything back keeps the disk busy: whoever asks meanwhile gets the same answer. */
  let verifying: Promise<JournalVerdict> | null = null
  let newest: JournalVerdict | null = null

  async function verify(): Promise<JournalVerdict> {
    const [held, report] = [await heldCheckpoints(), await core.store.verify()]
    const checkpoints = await Promise.all(held.map(one => checkPortal(core, one)))
    const bad = report.firstBad
    newest = {
      at: instantNow(core.environment),
      ok: report.ok && !checkpoints.some(({ state }) => contradictions.has(state)),
      records: report.records,
      blobs: report.blobs,
      firstBad: bad === null ? null : `${bad.file} @${bad.offset}: ${bad.reason}`,
      checkpoints,
    }
    core.announce({ kind: 'store-changed' })
    return newest
  }

  const find = async (filter: AuditFilter, limit: number) =>
    (await findEntries(core, filter, limit, entry => namesIn(core, entry))).map(entry => toView(core, entry))

  return {
    'audit.list': async ({ limit, ...filter }) => ok({ entries: await find(filter, limit) }),

    'audit.export': async ({ format, ...filter }, caller) => {
      const entries = await find(filter, mostExported)
      const bytes = await background.writeSheet({ entries, format })
      const { textTypes: _shown, ...asked } = filter
      await core.store.commit({
        event: auditEvent(core, 'audit.exported', caller.account.id, null, {
          entries: entries.length,
          format,
          ...asked,
        }),
        changes: [],
      })
      return ok({
        fileName: `nhat-ky-${instantNow(core.environment).slice(0, 10)}.${format}`,
        mediaType: sheetMediaTypes[format],
        base64: Buffer.from(bytes).toString('base64'),
        entries: entries.length,
      })
    },

    'store.verify': async () => {
      verifying ??= verify().finally(() => {
        verifying = null
      })
      return ok(await verifying)
    },

    'store.verdict': () => ok({ verdict: newest }),

    'audit.workstationKey': () => {
      const key = workstationPublicKey(core)
      return ok({ fingerprint: key === null ? null : fingerprint(key.publicJwk.x) })
    },
  }
}

type Check = JournalVerdict['checkpoints'][number]

/** What a portal holds and our journal denies. */
const contradictions: ReadonlySet<Check['state']> = new Set(['cut', 'altered', 'foreign'])

async function checkPortal(core: Core, { portal, kind, checkpoints }: HeldCheckpoints): Promise<Check> {
  if (kind !== 'held') return { portal: portal.name, state: kind, sequence: null, at: null }
  const verdict = await compareCheckpoints(core, checkpoints)
  return verdict === null
    ? { portal: portal.name, state: 'none', sequence: null, at: null }
    : { portal: portal.name, ...verdict }
}

function toView(core: Core, { position, event }: JournalEntry): AuditEntry {
  return {
    sequence: position.sequence,
    hash: position.hash,
    at: event.at,
    type: event.type,
    actor: event.actor,
    actorName: actorName(core, event.actor),
    subject: event.subject,
    subjectName: subjectName(core, event.subject),
    machine: event.machine ?? null,
    details: { ...event.details },
  }
}

function namesIn(core: Core, { event }: JournalEntry): string {
  return `${actorName(core, event.actor) ?? ''} ${subjectName(core, event.subject) ?? ''}`
}

function actorName(core: Core, id: string | null): string | null {
  return id === null ? null : (core.store.get('accounts', id)?.name ?? null)
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
