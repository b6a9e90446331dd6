import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import { instantNow } from '#common/domain/environment'
import { ok, type Result, refuse } from '#common/domain/result'
import { formatInstant } from '#common/domain/vietnam-time'
import { sha256 } from '#main/articles/freeze'
import { auditEvent, type Core } from '#main/core/capability'
import type { Exchange, NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'
import type { OpenedRequest } from './open-file'

/** Takes a request from another newsroom, with its pictures and files, once. */
export async function importRequest(
  core: Core,
  { request, jws, blobs }: OpenedRequest,
  about: { readonly encrypted: boolean; readonly fileName: string; readonly account: Account },
): Promise<Result<Exchange, Problem>> {
  if (request.workspace === core.store.workspace) return refuse(problem('approval-file-own'))
  const changes: Change<NewsroomCollections>[] = []
  const at = instantNow(core.environment)
  for (const { hash, mediaType, fileName } of request.blobs) {
    const bytes = blobs.get(hash) ?? new Uint8Array()
    await core.store.blobs.put(bytes)
    const put = {
      id: hash,
      fileName,
      mediaType,
      sizeBytes: bytes.length,
      width: null,
      height: null,
      addedAt: at,
    }
    if (core.store.get('media', hash) === undefined) changes.push({ collection: 'media', put })
  }
  const { hash } = await core.store.blobs.put(Buffer.from(jws))
  for (const { page, html, body, revision, base } of request.items)
    for (const [name, text] of [
      [html, page],
      [revision, body],
      ...(base === null ? [] : [[base.revision, base.body] as const]),
    ] as const) {
      const stored = await core.store.blobs.put(Buffer.from(text))
      if (String(stored.hash) !== String(name)) throw new Error(`stored under another hash: ${name}`)
    }
  // From here to the commit nothing awaits: what was imported meanwhile is seen.
  const known = core.store.get('exchanges', request.id)
  if (known !== undefined)
    return refuse(problem('approval-file-known', { name: about.fileName, at: formatInstant(known.at) }))
  const exchange: Exchange = {
    id: request.id,
    direction: 'received',
    workspace: request.workspace,
    organisation: request.organisation,
    person: request.sender.name,
    reviewer: request.recipient.account,
    encrypted: about.encrypted,
    fileName: about.fileName,
    request: hash,
    file: null,
    items: request.items.map(({ article, headline, revision }) => ({ article, headline, revision })),
    by: about.account.id,
    at,
    answer: null,
  }
  await core.store.commit({
    event: auditEvent(core, 'approval-file.received', about.account.id, null, {
      exchange: request.id,
      sender: request.sender.name,
      organisation: request.organisation,
      digest: sha256(jws),
    }),
    changes: [{ collection: 'exchanges', put: exchange }, ...changes],
  })
  return ok(exchange)
}
