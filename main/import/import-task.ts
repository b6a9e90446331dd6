import type { LossKind } from '#common/api/import-operations'
import type { PageFacts, Picture } from './blocks/blocks'
import type { EncodingChange } from './blocks/repair-blocks'
import type { Json } from './blocks/to-body'
import type { ImportFaultKind } from './import-fault'

export interface ImportTask {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Pictures that belong to a page, by the address it gives them. */
  readonly parts?: readonly { readonly address: string; readonly bytes: Uint8Array }[]
}

/** What a file would become: a document whose pictures go by the SHA-256 of their bytes as they came. */
export interface ImportedText {
  readonly document: Json
  /** As it stood in the file; null when no old encoding was found. */
  readonly unrepaired: Json | null
  /** Paragraphs that were written in old fonts; the first ones. */
  readonly changes: readonly EncodingChange[]
  readonly changedBlocks: number
  readonly pictures: readonly (Picture & { readonly image: string })[]
  readonly losses: readonly { readonly kind: LossKind; readonly count: number }[]
  readonly facts: PageFacts
}

/** `bug` is for us; everything a file can do to a reader is a fault. */
export type ImportOutcome =
  | { readonly kind: 'read'; readonly text: ImportedText }
  | { readonly kind: 'fault'; readonly fault: ImportFaultKind }
  | { readonly kind: 'bug'; readonly message: string }

/** Reads one file, somewhere. */
export type RunImport = (task: ImportTask) => Promise<ImportOutcome>
