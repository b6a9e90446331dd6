import { cutFile } from '../files/cut-file'
import type { Files } from '../files/files'
import type { Quarantine } from '../quarantine'
import type { DraftFiles, StoredSnapshot } from './draft-files'
import type { DraftFrame, DraftRecovery } from './draft-logs'

export interface RecoveredDraft {
  readonly snapshot: StoredSnapshot | null
  readonly frames: readonly DraftFrame[]
  /** The log to go on with: the version in its name and its length. */
  readonly log: { readonly base: number; readonly bytes: number }
  readonly recovery: readonly DraftRecovery[]
}

/**
 * The newest whole snapshot and every frame that leads on from it. What cannot be read is copied to quarantine, then cut
 * or removed, so that the log can grow again; safe to repeat at any point. A damaged snapshot costs nothing while the one
 * before it and its log are whole. Without a quarantine (a read-only store) nothing on disk is touched.
 */
export async function recoverDraft(
  files: Files,
  draft: DraftFiles,
  quarantine: Quarantine | null,
  name: string,
): Promise<RecoveredDraft> {
  const recovery: DraftRecovery[] = []
  async function keep(kind: DraftRecovery['kind'], suffix: string, bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return
    const path = (await quarantine?.keep(`draft-${name}-${suffix}`, bytes)) ?? null
    recovery.push({ kind, bytes: bytes.length, quarantine: path })
  }
  async function setAside(path: string, suffix: string): Promise<void> {
    await keep('damaged', suffix, (await files.read(path)) ?? new Uint8Array())
    if (quarantine === null) return
    await files.remove(path)
    await files.syncDirectory(draft.directory)
  }

  const { snapshots, logs } = await draft.list()
  let snapshot: StoredSnapshot | null = null
  for (const version of snapshots.toReversed()) {
    snapshot = await draft.readSnapshot(version)
    if (snapshot !== null) break
    await setAside(draft.snapshotPath(version), `${version}.json`)
  }

  const start = snapshot?.version ?? 0
  const frames: DraftFrame[] = []
  let version = start
  let log = { base: start, bytes: 0 }
  for (const base of logs.filter(candidate => candidate >= start)) {
    if (base !== version) {
      await setAside(draft.logPath(base), `${base}.log`)
      continue
    }
    const { bytes, scan } = await draft.readLog(base)
    frames.push(...scan.frames)
    version = scan.frames.reduce((sum, frame) => sum + frame.steps.length, version)
    log = { base, bytes: scan.good }
    if (scan.end === 'whole') continue
    await keep(
      scan.end === 'torn' ? 'torn' : 'damaged',
      `${base}-${scan.good}.log`,
      bytes.subarray(scan.good),
    )
    if (quarantine !== null) await cutFile(files, draft.logPath(base), scan.good)
  }
  return { snapshot, frames, log, recovery }
}
