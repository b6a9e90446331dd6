import { z } from 'zod'
import { type BackupSettings, type BackupView, backupSettings, backupView } from '#common/api/safekeeping'
import { type AccountId, instant, type WorkspaceId } from '#common/domain/ids'
import { auditEvent, type Core } from '#main/core/capability'
import type { NamedBackup } from '#main/store/backup/repository'

const settingsId = 'backup.settings'
const lastId = 'backup.last'

const lastBackup = backupView.extend({ folder: z.string(), thoroughAt: instant.nullable() })
export type LastBackup = z.infer<typeof lastBackup>

/** Where backups go and when the last one was made: settings of the workspace, so that the stick need not be in. */
export interface BackupBook {
  readonly settings: BackupSettings
  readonly last: LastBackup | null
  configure(settings: BackupSettings, actor: AccountId): Promise<void>
  /** A store that only reads keeps it until the program ends. */
  note(backup: LastBackup, actor: AccountId | null): Promise<void>
}

export function createBackupBook(core: Core): BackupBook {
  const { store } = core
  let unstored: LastBackup | null = null
  return {
    get settings() {
      const stored = backupSettings.safeParse(store.get('settings', settingsId)?.value)
      return stored.success ? stored.data : { folder: null, daily: true }
    },
    get last() {
      if (unstored !== null) return unstored
      const stored = lastBackup.safeParse(store.get('settings', lastId)?.value)
      return stored.success ? stored.data : null
    },
    async configure(settings, actor) {
      await store.commit({
        event: auditEvent(core, 'backup.configured', actor, null, { ...settings }),
        changes: [{ collection: 'settings', put: { id: settingsId, value: settings } }],
      })
    },
    async note(backup, actor) {
      if (store.health.kind !== 'writable') {
        unstored = backup
        return
      }
      const { name, folder, articles, bytes, thorough } = backup
      await store.commit({
        event: auditEvent(core, 'backup.made', actor, null, { name, folder, articles, bytes, thorough }),
        changes: [{ collection: 'settings', put: { id: lastId, value: backup } }],
      })
    },
  }
}

/** A head as people see it. */
export function viewBackup({ name, head }: NamedBackup, workspace: WorkspaceId): BackupView {
  const { at, title, demo, counts, bytes, thorough, leftOut } = head
  return {
    name,
    at,
    title,
    demo,
    own: head.workspace === workspace,
    articles: counts.articles ?? 0,
    revisions: counts.revisions ?? 0,
    bytes,
    thorough,
    leftOut: leftOut.length,
  }
}
