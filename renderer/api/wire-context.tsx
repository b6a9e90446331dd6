import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { OperationName } from '#common/api/contract'
import type { Problem } from '#common/api/problems/problem'
import type { Wire, WireState } from './wire-interface.ts'

interface Connection {
  readonly wire: Wire
  /** Shows a refusal to the person; commands call it unless their screen speaks for itself. */
  readonly report: (problem: Problem, operation: OperationName) => void
}

const context = createContext<Connection | null>(null)

export function WireProvider({ children, ...connection }: Connection & { readonly children: ReactNode }) {
  return <context.Provider value={connection}>{children}</context.Provider>
}

export function useConnection(): Connection {
  const connection = useContext(context)
  if (connection === null) throw new Error('useConnection outside WireProvider')
  return connection
}

/** The one wire to main: client, events, uploads and addresses of blobs. */
export function useWire(): Wire {
  return useConnection().wire
}

/** Whether main can be reached; follows the wire. */
export function useWireState(): WireState {
  const wire = useWire()
  return useSyncExternalStore(wire.watchState, () => wire.state)
}
