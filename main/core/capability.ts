import type { Contract, OperationName, Output, ParsedInput } from '#common/api/contract'
import type { Event } from '#common/api/events'
import type { Answer } from '#common/api/operation'
import type { Problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import type { AuditType } from '#common/domain/audit-types'
import { type Environment, instantNow } from '#common/domain/environment'
import type { AccountId } from '#common/domain/ids'
import type { DomainEvent, Store } from '#main/store/store'
import type { NewsroomCollections } from './collections'

export type NewsroomStore = Store<NewsroomCollections>

/** What every capability gets: the one store, the lent clock and chance, and the way to tell the windows. */
export interface Core {
  readonly store: NewsroomStore
  readonly environment: Environment
  readonly announce: (event: Event) => void
}

/** The person behind a connection; a host makes one per connection and only sign-in changes it. */
export interface Session {
  account: AccountId | null
}

export interface Visitor {
  readonly session: Session
  readonly account: Account | null
}

export interface Caller extends Visitor {
  readonly account: Account
}

type CallerOf<Name extends OperationName> = Contract[Name]['access'] extends 'anyone' ? Visitor : Caller

export type Handler<Name extends OperationName> = (
  input: ParsedInput<Name>,
  caller: CallerOf<Name>,
) => Promise<Answer<Output<Name>>> | Answer<Output<Name>>

/** A capability implements its slice of the contract; the newsroom proves that the slices cover it. */
export type Handlers<Name extends OperationName = OperationName> = { readonly [N in Name]: Handler<N> }

/** Null when the workspace's disk has room for so many more bytes of pictures and files, else what to tell the person. */
export type RoomFor = (bytes: number) => Promise<Problem | null>

/** The audit entry of one action, stamped with the time and the person (null: the program itself). */
export function auditEvent(
  core: Pick<Core, 'environment'>,
  type: AuditType,
  actor: AccountId | null,
  subject: string | null,
  details: DomainEvent['details'] = {},
): DomainEvent {
  return { type, at: instantNow(core.environment), actor, subject, details }
}
