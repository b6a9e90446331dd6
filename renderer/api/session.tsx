import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { OperationName, Output } from '#common/api/contract'
import type { Person, SessionView } from '#common/api/views'
import { may, type Permission } from '#common/domain/account'

/** Who sits here, and in which workspace. */
export interface Session {
  readonly account: Person
  readonly workspace: SessionView['workspace']
  /** Sample commune only: accounts to change to by one click. */
  readonly oneClick: readonly Person[]
  /** What the roles permit; main decides again. */
  readonly may: (permission: Permission) => boolean
}

const context = createContext<Session | null>(null)

interface Props {
  readonly view: SessionView & { readonly account: Person }
  readonly children: ReactNode
}

export function SessionProvider({ view, children }: Props) {
  const session = { ...view, may: (permission: Permission) => may(view.account, permission) }
  return <context.Provider value={session}>{children}</context.Provider>
}

export function useSession(): Session {
  const session = useContext(context)
  if (session === null) throw new Error('useSession outside SessionProvider')
  return session
}

/** Takes over a session main has just answered with and forgets what the previous account saw. */
export function useAdoptSession(): (view: Output<'session.current'>) => void {
  const queries = useQueryClient()
  return view => {
    queries.removeQueries({
      predicate: query => query.queryKey[0] !== ('session.current' satisfies OperationName),
    })
    queries.setQueryData(['session.current', {}], view)
  }
}
