import { createORPCClient } from '@orpc/client'
import { RPCLink as MessagePortLink } from '@orpc/client/message-port'
import { RPCLink as WebSocketLink } from '@orpc/client/websocket'
import type { Client } from '#common/api/contract'
import type { Event } from '#common/api/events'

/** One connection to main: the contract, and its events until the signal ends them or the wire breaks. */
export interface RpcConnection extends Client {
  events(signal: AbortSignal): Promise<AsyncIterable<Event>>
}

export function overWebSocket(socket: WebSocket): RpcConnection {
  return connection(new WebSocketLink({ websocket: socket }))
}

/** The port must be started by the caller, after this has attached its listeners. */
export function overMessagePort(port: MessagePort): RpcConnection {
  return connection(new MessagePortLink({ port }))
}

type Procedures = Record<
  string,
  (input: unknown, options?: { readonly signal?: AbortSignal }) => Promise<unknown>
>

/** The one cast where the wire enters: main answers by the same contract value. */
function connection(
  link: WebSocketLink<Record<never, never>> | MessagePortLink<Record<never, never>>,
): RpcConnection {
  const procedures = createORPCClient(link) as unknown as Procedures
  const call = async (name: string, input: unknown, signal?: AbortSignal): Promise<unknown> => {
    const procedure = procedures[name]
    if (procedure === undefined) throw new RangeError(`no operation ${name}`)
    return procedure(input, signal === undefined ? {} : { signal })
  }
  return {
    ask: (name, input) => call(name, input) as ReturnType<Client['ask']> as never,
    events: signal => call('events', undefined, signal) as Promise<AsyncIterable<Event>>,
  }
}
