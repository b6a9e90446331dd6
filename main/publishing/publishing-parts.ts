import type { Problem } from '#common/api/problems/problem'
import type { ProblemNote } from '#common/api/views'
import type { ArticleId, BlobHash, RevisionHash } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import type { Secrets } from '#main/accounts/keyring'
import type { ArticleIndex } from '#main/articles/article-index'
import type { Connector } from '#main/connectors/connector'
import type { Core } from '#main/core/capability'
import type { JobQueue } from './job-queue'
import type { Line } from './line'
import type { Setbacks } from './setbacks'
import type { Throughput } from './throughput'

/** Checks a seal against the register of accounts: signature, key, reviewer, and that it names exactly these bytes. */
export type VerifySeal = (claim: {
  readonly seal: string
  readonly article: ArticleId
  readonly revision: RevisionHash
  readonly html: BlobHash
}) => Promise<{ readonly valid: boolean; readonly reason: string | null }>

/** Token null: only what anybody may ask. */
export type ConnectorFor = (
  portal: Pick<
    Portal,
    'kind' | 'url' | 'publicUrl' | 'name' | 'categories' | 'categoryMap' | 'conditionalWrites'
  >,
  token: string | null,
) => Connector

/** Calls `fire` once after the delay; the result cancels it. */
export type Timer = (delayMs: number, fire: () => void) => () => void

/** What the parts of publishing share; made once by `createPublishing`. */
export interface PublishingParts {
  readonly core: Core
  readonly index: ArticleIndex
  readonly secrets: Secrets
  readonly verifySeal: VerifySeal
  readonly connectorFor: ConnectorFor
  readonly queue: JobQueue
  readonly line: Line
  readonly setbacks: Setbacks
  /** How far the job under way is, for the screen only. */
  readonly progress: Map<Job['id'], JobProgress>
  readonly throughput: Throughput
  /** Where the journal stands, signed by the workstation; null while that cannot be. */
  readonly signCheckpoint: () => Promise<string | null>
  /** Portals that confirmed something since a checkpoint was left with them. */
  readonly uncheckpointed: Set<Portal['id']>
  /** Lets the runner look again. */
  readonly wake: () => void
}

/** Blobs the portal has, and bytes that left for it, those it had already included. */
export interface JobProgress {
  readonly blobs: number
  readonly bytes: number
  readonly toldAtMs: number
}

/** A problem as a job keeps it: parameters as text. */
export function toNote({ code, params }: Problem): ProblemNote {
  return {
    code,
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
  }
}
