import { EventPublisher, os } from '@orpc/server'
import { RPCHandler as MessagePortRpc } from '@orpc/server/message-port'
import { RPCHandler as WebSocketRpc } from '@orpc/server/ws'
import { contract } from '#common/api/contract'
import type { Event } from '#common/api/events'
import type { Session } from '#main/core/capability'
import type { Newsroom } from '#main/newsroom'

type Context = { readonly session: Session }

export interface RpcServer {
  /** Speaks the contract over an opened WebSocket of the `ws` package. */
  readonly serveWebSocket: (socket: Parameters<WebSocketRpc<Context>['upgrade']>[0], session: Session) => void
  /** Speaks the contract over one end of a MessageChannel (Electron's MessagePortMain, Node's MessagePort). */
  readonly serveMessagePort: (
    port: Parameters<MessagePortRpc<Context>['upgrade']>[0],
    session: Session,
  ) => void
  /** Ends the subscription to the newsroom's events. */
  readonly close: () => void
}

/**
 * The contract on both wires: exactly its keys, plus the stream of events, of which a window where nobody is signed in
 * gets only the news that somebody may be now. oRPC carries; parsing, access and answers are
 * the newsroom's. `newsroom` is asked for at each call, since removing the sample workspace replaces it.
 */
export function createRpcServer(newsroom: () => Newsroom, onBug: (error: unknown) => void): RpcServer {
  const publisher = new EventPublisher<{ event: Event }>()
  const unsubscribe = newsroom().subscribe(event => publisher.publish('event', event))
  const base = os.$context<Context>()
  const operations = Object.keys(contract).map(
    name => [name, base.handler(({ input, context }) => answer(name, input, context.session))] as const,
  )
  const router = {
    ...Object.fromEntries(operations),
    events: base.handler(async function* ({ signal, context }) {
      for await (const event of publisher.subscribe('event', signal === undefined ? {} : { signal }))
        if (event.kind === 'session-changed' || newsroom().accountOf(context.session) !== null) yield event
    }),
  }
  const sockets = new WebSocketRpc(router)
  const ports = new MessagePortRpc(router)

  /** A bug is told to the host; the window gets an error without its insides. */
  async function answer(name: string, input: unknown, session: Session) {
    try {
      return await newsroom().ask(name, input, session)
    } catch (error) {
      onBug(error)
      throw error
    }
  }

  return {
    serveWebSocket: (socket, session) => {
      sockets.upgrade(socket, { context: { session } }).catch(onBug)
    },
    serveMessagePort: (port, session) => ports.upgrade(port, { context: { session } }),
    close: unsubscribe,
  }
}
