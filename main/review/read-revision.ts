import type { Node } from 'prosemirror-model'
import { checkDocument } from '#common/document/check'
import { revisionBody } from '#common/document/revision-body'
import { blobHash } from '#common/domain/ids'
import type { Core } from '#main/core/capability'
import { BlobError } from '#main/store/blobs/blob-store'

/** The document of a stored revision; null when its body is missing, damaged or of a schema this program cannot read. */
export async function readRevision(core: Core, hash: string): Promise<Node | null> {
  try {
    const bytes = await core.store.blobs.read(blobHash.parse(hash))
    const body = revisionBody.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (!body.success) return null
    const document = checkDocument(body.data.document)
    return document.ok ? document.value : null
  } catch (error) {
    if (error instanceof BlobError) return null
    throw error
  }
}
