import type { Client } from '#common/api/contract'
import type { Event } from '#common/api/events'
import type { ImportView } from '#common/api/import-operations'
import type { Answer } from '#common/api/operation'
import type { Media } from '#common/api/views'
import type { BlobHash } from '#common/domain/ids'

/** `lost`: main does not answer. `changed`: it was started anew and does not know this window until its new address was opened. */
export type WireState = 'open' | 'lost' | 'changed'

/** What the renderer knows of main: the same over a WebSocket and over Electron's MessagePort. */
export interface Wire {
  readonly client: Client
  /** Calls the listener with every event until the returned function is called. */
  subscribe(listener: (event: Event) => void): () => void
  readonly state: WireState
  /** Calls the listener whenever the state has changed, until the returned function is called. */
  watchState(listener: () => void): () => void
  /** Streams a picture or file into the blob store. */
  upload(file: File): Promise<Answer<Media>>
  /** Streams an approval file to where `approvalFiles.import` takes it from. */
  receiveApprovalFile(file: File): Promise<Answer<{ readonly file: BlobHash }>>
  /** Reads a document into what it would become; nothing is in the newsroom until it is accepted. */
  readImport(file: File): Promise<Answer<ImportView>>
  /** Where the renderer gets a stored blob from. */
  blobUrl(hash: string): string
}
