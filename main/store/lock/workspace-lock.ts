import type { Environment } from '#common/domain/environment'
import type { Files } from '../files/files'

/** Who has the workspace open. `unknown` when the holder did not answer (another Windows or Linux user, a hung program). */
export interface Holder {
  readonly host: 'electron' | 'browser' | 'command-line' | 'portal' | 'unknown'
  readonly pid: number | null
  /** Address of its workstation, once it serves one. */
  readonly address: string | null
}

/** The right to write to one workspace; the kernel takes it back when the process dies. */
export interface WorkspaceLock {
  /** Higher than that of every writer before; goes to openStore and into the journal's segment headers. */
  readonly epoch: number
  readonly holder: Holder
  /** Tells later callers where the workstation is served. */
  announce(address: string): void
  release(): Promise<void>
}

export type LockResult =
  | { readonly kind: 'held'; readonly lock: WorkspaceLock }
  | { readonly kind: 'busy'; readonly holder: Holder }

export interface LockOptions {
  readonly files: Files
  readonly environment: Environment
  readonly host: Exclude<Holder['host'], 'unknown'>
  /** Answers a call from another process of this workspace; JSON in, JSON out. What it throws reaches the caller as text. */
  readonly onCall: (call: unknown) => Promise<unknown>
}

/** `failed`: a holder is there but refused the token, broke off or threw; `reason` says which. */
export type CallResult =
  | { readonly kind: 'answered'; readonly reply: unknown }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed'; readonly reason: string }
