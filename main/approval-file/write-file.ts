import type { CryptoKey } from 'jose'
import { type ApprovalRequest, approvalRequest, requestType } from '#common/domain/approval-file'
import type { BlobHash } from '#common/domain/ids'
import { signValue } from '../review/sign-text'
import { encryptEnvelope } from './encrypt'
import { writeEnvelope } from './envelope-file'

export interface WriteTask {
  readonly title: string
  readonly request: ApprovalRequest
  readonly key: { readonly kid: string; readonly privateKey: CryptoKey }
  readonly blobs: ReadonlyMap<BlobHash, Uint8Array>
  /** Null: everybody may read it. */
  readonly readableBy: { readonly name: string; readonly agreementX: string } | null
}

export interface WrittenFile {
  readonly jws: string
  readonly bytes: Uint8Array
}

/** Signs a request and writes the file around it. */
export async function writeFile(task: WriteTask): Promise<WrittenFile> {
  const jws = await signValue(approvalRequest.parse(task.request), requestType, task.key)
  const blobs = Object.fromEntries(
    [...task.blobs].map(([hash, bytes]) => [hash, Buffer.from(bytes).toString('base64')]),
  )
  const { readableBy } = task
  const content =
    readableBy === null
      ? { jws, blobs }
      : { jwe: await encryptEnvelope({ jws, blobs }, readableBy.agreementX), for: readableBy.name }
  return { jws, bytes: Buffer.from(writeEnvelope(task.title, content)) }
}
