import { checkDocument } from '#common/document/check'
import { schemaVersion } from '#common/document/schema'
import type { DraftView } from './use-draft.ts'

/** What an editor may be given: a document of our schema, or the reason why the text is only shown. */
export type ReadDraft =
  | { readonly kind: 'document'; readonly json: Record<string, unknown> }
  | { readonly kind: 'newer' }
  | { readonly kind: 'invalid'; readonly reason: string }

/** An editor given one unknown node would show an empty document and save that; so it never gets one. */
export function readDraft(draft: Pick<DraftView, 'schema' | 'document' | 'readOnly'>): ReadDraft {
  if (draft.schema > schemaVersion || draft.readOnly === 'newer-schema') return { kind: 'newer' }
  const checked = checkDocument(draft.document)
  if (!checked.ok) return { kind: 'invalid', reason: checked.problem.params.reason }
  // The stored text is sound, what was typed since is not.
  if (draft.readOnly === 'unreadable') return { kind: 'invalid', reason: 'steps' }
  return { kind: 'document', json: draft.document }
}
