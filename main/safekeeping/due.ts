import type { LastBackup } from './backup-book'
import { safekeepingTimes } from './rules'

interface BackupFacts {
  readonly nowMs: number
  readonly last: LastBackup | null
  readonly failedAtMs: number | null
  readonly createdAtMs: number
  readonly demo: boolean
}

/** Whether the daily backup is to be made now. */
export function isBackupDue({ nowMs, last, failedAtMs }: BackupFacts): boolean {
  const { backupAfterMs, retryAfterMs } = safekeepingTimes
  if (failedAtMs !== null && isWithin(nowMs, failedAtMs, retryAfterMs)) return false
  return last === null || !isWithin(nowMs, Date.parse(last.at), backupAfterMs)
}

/** Whether everybody is to be told that there is no recent backup; nobody is nagged about the sample. */
export function isBackupOverdue({ nowMs, last, createdAtMs, demo }: BackupFacts): boolean {
  const sinceMs = last === null ? createdAtMs : Date.parse(last.at)
  return !demo && !isWithin(nowMs, sinceMs, safekeepingTimes.overdueAfterMs)
}

/** Whether this one reads every object again. */
export function isThoroughDue(nowMs: number, last: LastBackup | null): boolean {
  const { thoroughAfterMs } = safekeepingTimes
  return last?.thoroughAt == null || !isWithin(nowMs, Date.parse(last.thoroughAt), thoroughAfterMs)
}

/** A clock that was set back makes things due, never puts them off for years. */
export function isWithin(nowMs: number, sinceMs: number, spanMs: number): boolean {
  return nowMs >= sinceMs && nowMs - sinceMs < spanMs
}
