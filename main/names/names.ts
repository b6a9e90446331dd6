import type { AuditType } from '#common/domain/audit-types'
import { type NamesTable, namesTable } from '#common/domain/names-table'
import { ok } from '#common/domain/result'
import { emptyNamesTable } from '#common/vietnamese/proofreading/names-table'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'

type Operations = 'names.read' | 'names.change' | 'names.ignore' | 'names.heed'

const id = 'names-table'

/** The organisation's table of names; empty until somebody fills it. */
export function readNames(core: Core): NamesTable {
  const stored = core.store.get('settings', id)
  return stored === undefined ? namesTable.parse(emptyNamesTable) : namesTable.parse(stored.value)
}

/** Reading and changing the table of names and what the proofreader passes over. */
export function createNames(core: Core): Handlers<Operations> {
  async function put(value: NamesTable, by: Parameters<typeof auditEvent>[2], what: AuditType, details = {}) {
    await core.store.commit({
      event: auditEvent(core, what, by, null, details),
      changes: [{ collection: 'settings', put: { id, value } }],
    })
    core.announce({ kind: 'names-changed' })
    return ok({ names: value })
  }
  return {
    'names.read': () => ok({ names: readNames(core) }),
    'names.change': ({ names }, { account }) =>
      put({ ...names, ignored: readNames(core).ignored }, account.id, 'names.changed', {
        names: names.names.length,
      }),
    'names.ignore': (entry, { account }) => {
      const names = readNames(core)
      const known = names.ignored.some(one => one.rule === entry.rule && one.words === entry.words)
      if (known) return ok({ names })
      return put({ ...names, ignored: [...names.ignored, entry] }, account.id, 'names.ignored', entry)
    },
    'names.heed': (entry, { account }) => {
      const names = readNames(core)
      const ignored = names.ignored.filter(one => one.rule !== entry.rule || one.words !== entry.words)
      return put({ ...names, ignored }, account.id, 'names.heeded', entry)
    },
  }
}
