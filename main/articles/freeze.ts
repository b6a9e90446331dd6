import { createHash } from 'node:crypto'
import type { Node } from 'prosemirror-model'
import { canonicalDocument } from '#common/document/canonical'
import { revisionText } from '#common/document/revision-body'
import { hasSuggestions } from '#common/document/suggestions/settle'
import { rendererVersion, toHtml } from '#common/document/to-html'
import type { Article, Revision } from '#common/domain/article'
import { type AccountId, blobHash, revisionHash } from '#common/domain/ids'

export interface FrozenText {
  readonly revision: Revision
  readonly bodies: readonly { readonly hash: Revision['html']; readonly text: string }[]
}

/** Freezes a document: canonical body and the HTML readers will get, each under the SHA-256 of its bytes. */
export function freeze(article: Article, document: Node, by: AccountId, at: string): FrozenText {
  const body = revisionText(article.id, document)
  const html = toHtml(canonicalDocument(document))
  const number = article.revisionNumber + 1
  const hash = sha256(body)
  return {
    revision: {
      id: `${article.id}.${number}`,
      article: article.id,
      number,
      hash: revisionHash.parse(hash),
      html: blobHash.parse(sha256(html)),
      rendererVersion,
      authors: article.authors,
      by,
      at,
    },
    bodies: [
      { hash: blobHash.parse(hash), text: body },
      { hash: blobHash.parse(sha256(html)), text: html },
    ],
  }
}

/**
 * The draft reads otherwise than the revision that was frozen from it. Suggestions that came and were rejected leave
 * the same text; open ones do not.
 */
export function differsFromRevision(
  article: Article,
  draft: { readonly version: number; readonly document: Node },
): boolean {
  if (draft.version === article.frozenVersion) return false
  return (
    hasSuggestions(draft.document) || sha256(revisionText(article.id, draft.document)) !== article.revision
  )
}

/** SHA-256 of the UTF-8 bytes, lower-case hexadecimal. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
