import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { articleId, blobHash } from '../domain/ids'
import { canonicalDocument, canonicalJson } from './canonical'
import { frozenForm } from './frozen-form'
import { hasSuggestions } from './suggestions/settle'

export const blobReference = z.strictObject({
  hash: blobHash,
  use: z.enum(['picture', 'file']),
  fileName: z.string().max(255).nullable(),
  mediaType: z.string().max(120).nullable(),
})
export type BlobReference = z.infer<typeof blobReference>

/** The bytes behind a revision hash: RFC 8785 JSON of this shape. Immutable; verified as stored, never derived again. */
export const revisionBody = z.strictObject({
  format: z.literal('toa-soan/revision'),
  version: z.literal(1),
  schema: z.int().positive(),
  article: articleId,
  document: z.record(z.string(), z.unknown()),
  blobs: z.array(blobReference).max(500),
})
export type RevisionBody = z.infer<typeof revisionBody>

/**
 * Canonical text of a revision; its SHA-256 over UTF-8 is the revision hash. Throws where suggestions are open: whoever
 * freezes a text has refused that before (docs/workflow.md, W13).
 */
export function revisionText(article: RevisionBody['article'], document: Node): string {
  if (hasSuggestions(document)) throw new RangeError('a revision holds no suggestions')
  const canonical = canonicalDocument(document)
  const body: RevisionBody = {
    format: 'toa-soan/revision',
    version: 1,
    article,
    ...frozenForm(canonical),
    blobs: blobsOf(canonical),
  }
  return canonicalJson(body)
}

/** Every picture and file the document shows, each once, in order of appearance. */
export function blobsOf(document: Node): BlobReference[] {
  const found = new Map<string, BlobReference>()
  document.descendants(node => {
    const reference = blobOf(node)
    if (reference !== null && !found.has(reference.hash)) found.set(reference.hash, reference)
  })
  return [...found.values()]
}

/** The picture or file this node shows; null for every other. */
export function blobOf(node: Node): BlobReference | null {
  switch (node.type.name) {
    case 'figure':
      return { hash: blobHash.parse(node.attrs.image), use: 'picture', fileName: null, mediaType: null }
    case 'attachment':
      return {
        hash: blobHash.parse(node.attrs.file),
        use: 'file',
        fileName: String(node.attrs.fileName),
        mediaType: String(node.attrs.mediaType),
      }
    default:
      return null
  }
}
