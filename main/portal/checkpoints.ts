import { join } from 'node:path'
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'
import { type HeldCheckpoint, heldCheckpoint, type PortalError } from '#common/api/portal-api'
import { isCanonicalJws } from '#common/domain/compact-jws'
import type { WorkspaceId } from '#common/domain/ids'
import {
  checkpointHeader,
  type JournalCheckpoint,
  journalCheckpoint,
} from '#common/domain/journal-checkpoint'
import { ok, type Result } from '#common/domain/result'
import type { Files } from '#main/store/files/files'
import { refused } from './articles/refusal'
import { openAppendLog } from './storage/append-log'
import { readLines } from './storage/read-lines'
import { createTurns } from './storage/turns'

/** Where newsrooms' journals stood; only ever added to, so that a journal made anew is found out. */
export interface Checkpoints {
  /** Durable when resolved; the same again is content, one that does not go on from the newest is refused. */
  keep(checkpoint: string, at: string): Promise<Result<HeldCheckpoint, PortalError>>
  /** Newest first, at most a hundred. */
  of(workspace: string): readonly HeldCheckpoint[]
  close(): Promise<void>
}

const line = z.strictObject({
  workspace: journalCheckpoint.shape.workspace,
  /** Of the key all of this workspace's are signed with: the first one seen. */
  x: z.string(),
  held: heldCheckpoint,
})

const mostAnswered = 100

export async function openCheckpoints(files: Files, directory: string): Promise<Checkpoints> {
  const path = join(directory, 'checkpoints.ndjson')
  const kept = new Map<WorkspaceId, { readonly x: string; readonly held: HeldCheckpoint[] }>()
  const inTurn = createTurns()
  for await (const { record } of readLines(files, path, line)) add(record)
  const log = await openAppendLog(files, path)

  function add({ workspace, x, held }: z.infer<typeof line>): void {
    const known = kept.get(workspace) ?? { x, held: [] }
    kept.set(workspace, known)
    known.held.unshift(held)
    known.held.length = Math.min(known.held.length, mostAnswered)
  }

  async function decide(checkpoint: string, value: JournalCheckpoint, at: string) {
    const { workspace, sequence, hash, publicJwk } = value
    const known = kept.get(workspace)
    const newest = known?.held[0]
    if (known !== undefined && known.x !== publicJwk.x)
      return refused('checkpoint-invalid', 'Mốc nhật ký ký bằng khóa khác với các mốc trước.')
    if (newest !== undefined && sequence <= newest.sequence)
      return sequence === newest.sequence && hash === newest.hash
        ? ok(newest)
        : refused('checkpoint-behind', `Cổng đã giữ mốc nhật ký ở dòng ${newest.sequence}.`)
    const held = { checkpoint, sequence, hash, at: value.at, receivedAt: at }
    const entry = { workspace, x: publicJwk.x, held }
    await log.append(Buffer.from(`${JSON.stringify(entry)}\n`))
    add(entry)
    return ok(held)
  }

  return {
    async keep(checkpoint, at) {
      const value = await readCheckpoint(checkpoint)
      if (value === null) return refused('checkpoint-invalid', 'Mốc nhật ký không đúng dạng hoặc sai chữ ký.')
      return inTurn(value.workspace, () => decide(checkpoint, value, at))
    },
    of: workspace => kept.get(workspace as WorkspaceId)?.held ?? [],
    close: () => log.close(),
  }
}

/** Signed by the key it shows; null when it is not. */
async function readCheckpoint(jws: string): Promise<JournalCheckpoint | null> {
  if (!isCanonicalJws(jws)) return null
  try {
    checkpointHeader.parse(decodeProtectedHeader(jws))
    const shown = journalCheckpoint.parse(
      JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')),
    )
    await compactVerify(jws, await importJWK(shown.publicJwk, 'EdDSA'), { algorithms: ['EdDSA'] })
    return shown
  } catch {
    return null
  }
}
