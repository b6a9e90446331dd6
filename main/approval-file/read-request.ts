import type { Node } from 'prosemirror-model'
import { checkDocument } from '#common/document/check'
import { revisionBody } from '#common/document/revision-body'
import { type ApprovalRequest, approvalRequest } from '#common/domain/approval-file'
import type { Core } from '#main/core/capability'
import type { Exchange } from '#main/core/collections'
import type { BackgroundWork } from '../background/background-work'
import { peek } from '../review/sign-text'

/** The request of an exchange; its bytes were checked when it was made or taken, and are checked by their hash now. */
export async function readRequest(
  core: Core,
  work: Pick<BackgroundWork, 'parseRequest'>,
  exchange: Exchange,
): Promise<ApprovalRequest> {
  return work.parseRequest(await core.store.blobs.read(exchange.request))
}

/** The request in the bytes of its JWS, whose signature was checked before; megabytes of it in a batch. */
export async function parseRequest(jws: Uint8Array): Promise<ApprovalRequest> {
  return approvalRequest.parse(peek(Buffer.from(jws).toString('utf8')))
}

/** The document in a revision's text that was checked before. */
export function documentIn(body: string): Node {
  const document = checkDocument(revisionBody.parse(JSON.parse(body)).document)
  if (!document.ok) throw new Error(document.problem.params.reason)
  return document.value
}
