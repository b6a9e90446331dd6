import { createHash } from 'node:crypto'
import { type BlobHash, blobHash, type RevisionHash } from '#common/domain/ids'

/** Names a revision or an HTML text by its bytes. */
export function sha256(text: string): BlobHash & RevisionHash {
  return blobHash.parse(createHash('sha256').update(text).digest('hex')) as BlobHash & RevisionHash
}
