import { join } from 'node:path'
import { z } from 'zod'
import { type ArticleId, type Instant, instant } from '#common/domain/ids'
import type { Files } from '../files/files'
import { replaceFile } from '../files/replace-file'
import { formatOf, openSealedJson, sealJson } from '../files/sealed-json'
import { draftFormat, type LogScan, scanLog } from './frame'

const versionDigits = 10
const fileName = /^(\d{10})\.(json|log)$/

const snapshotFile = z.object({
  format: z.literal(draftFormat),
  version: z.int().nonnegative(),
  at: instant,
  document: z.unknown(),
})

export interface StoredSnapshot {
  readonly version: number
  readonly at: Instant
  readonly document: unknown
}

/** `drafts/<article>/<version>.json`, a snapshot, and `<version>.log`, the frames after it; older pairs are the history. */
export interface DraftFiles {
  readonly directory: string
  snapshotPath(version: number): string
  logPath(version: number): string
  /** Versions for which there is a snapshot, and a log, oldest first. */
  list(): Promise<{ readonly snapshots: readonly number[]; readonly logs: readonly number[] }>
  /** Null when it is missing or any byte of it is wrong. Rejects when a newer program wrote it. */
  readSnapshot(version: number): Promise<StoredSnapshot | null>
  writeSnapshot(snapshot: StoredSnapshot): Promise<void>
  readLog(version: number): Promise<{ readonly bytes: Buffer; readonly scan: LogScan }>
}

export function draftFiles(files: Files, draftsDirectory: string, article: ArticleId): DraftFiles {
  const directory = join(draftsDirectory, article)
  const pathOf = (version: number, kind: 'json' | 'log'): string =>
    join(directory, `${String(version).padStart(versionDigits, '0')}.${kind}`)
  const snapshotPath = (version: number): string => pathOf(version, 'json')
  const logPath = (version: number): string => pathOf(version, 'log')

  return {
    directory,
    snapshotPath,
    logPath,
    async list() {
      const found = (await files.names(directory)).flatMap(name => {
        const [, digits, kind] = fileName.exec(name) ?? []
        return digits === undefined ? [] : [{ version: Number(digits), kind }]
      })
      const versions = (kind: string): readonly number[] =>
        found.filter(file => file.kind === kind).map(file => file.version)
      return { snapshots: versions('json'), logs: versions('log') }
    },
    async readSnapshot(version) {
      const bytes = await files.read(snapshotPath(version))
      const content = bytes === null ? null : openSealedJson(bytes)
      if (content === null) return null
      if (formatOf(content) > draftFormat) throw newerDraft(article)
      const snapshot = snapshotFile.safeParse(content)
      return snapshot.success && snapshot.data.version === version ? snapshot.data : null
    },
    writeSnapshot: snapshot =>
      replaceFile(files, snapshotPath(snapshot.version), sealJson({ format: draftFormat, ...snapshot })),
    async readLog(version) {
      const bytes = Buffer.from((await files.read(logPath(version))) ?? [])
      const scan = scanLog(bytes, version)
      if (scan.end === 'newer') throw newerDraft(article)
      return { bytes, scan }
    },
  }
}

function newerDraft(article: ArticleId): Error {
  return new Error(`the draft of article ${article} was written by a newer version of the program`)
}
