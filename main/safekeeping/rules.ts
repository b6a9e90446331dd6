import type { RetentionRules } from '#main/store/backup/retention'

/*
 * What is kept how long, and where warnings begin: all of it, in one place. Journal, revisions, seals and drafts with
 * their states are kept for ever (the journal is the audit log, Luật Lưu trữ 33/2024/QH15 leaves no shorter term to us).
 */

/** Each backup of two days, one a day for two weeks, one a week for three months, one every four weeks for three years. */
export const backupRetention: RetentionRules = {
  from: '2026-11-23',
  rules: [
    { everyDays: 1 / 1_440, forDays: 2 },
    { everyDays: 1, forDays: 14 },
    { everyDays: 7, forDays: 92 },
    { everyDays: 28, forDays: 1_096 },
  ],
}

const hourMs = 3_600_000

export const safekeepingTimes = {
  /** The daily backup falls due this long after the last one: a morning's start does not wait for yesterday's hour. */
  backupAfterMs: 20 * hourMs,
  /** After a failure (a stick that is not in) it is tried again this often. */
  retryAfterMs: hourMs / 2,
  /** Without a backup for so long, everybody is told. */
  overdueAfterMs: 7 * 24 * hourMs,
  /** Every object of the repository is read back and hashed again. */
  thoroughAfterMs: 7 * 24 * hourMs,
  /** Blobs nothing names are looked for. */
  collectAfterMs: 7 * 24 * hourMs,
  /** The program looks what is due this long after it opened, and then this often. */
  firstRoundMs: hourMs / 60,
  roundMs: hourMs / 12,
} as const

/** Blobs nothing names lie in the trash this long. */
export const blobGraceDays = 30

const megabyte = 1_000_000

/** Free space on the workspace's disk. */
export const spaceLimits = {
  /** Below this the page warns. */
  lowBytes: 2_000 * megabyte,
  /** Below this no picture and no file is taken; texts go on (reliability research §5). */
  shortBytes: 200 * megabyte,
} as const
