import { createHash } from 'node:crypto'
import { type BlobHash, blobHash, type RevisionHash } from '#common/domain/ids'

/** Names a file, a revision or an HTML text by its bytes. */
export function sha256(content: string | Uint8Array): BlobHash & RevisionHash {
  return blobHash.parse(createHash('sha256').update(content).digest('hex')) as BlobHash & RevisionHash
}
