import { type Problem, problem } from '#common/api/problems/problem'
import type { BlobHash } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import type { Core, RoomFor } from '#main/core/capability'
import { BlobError } from '#main/store/blobs/blob-store'
import { approvalFileLimitBytes } from './envelope-file'

export type ReceiveFile = (
  bytes: AsyncIterable<Uint8Array>,
) => Promise<Result<{ readonly file: BlobHash }, Problem>>

/**
 * Puts a file that came from elsewhere aside, unread, piece by piece as it arrives; `approvalFiles.import` reads it by the
 * hash. Nothing names it before that, nor after: the collector takes it away.
 */
export function receiveFiles(core: Core, roomFor: RoomFor): ReceiveFile {
  return async bytes => {
    const refusal = await roomFor(approvalFileLimitBytes)
    if (refusal !== null) return refuse(refusal)
    try {
      const { hash } = await core.store.blobs.put(bytes, { maxBytes: approvalFileLimitBytes })
      return ok({ file: hash })
    } catch (error) {
      if (!(error instanceof BlobError) || error.kind !== 'too-large') throw error
      return refuse(problem('approval-file-too-large', { limitBytes: approvalFileLimitBytes }))
    }
  }
}
