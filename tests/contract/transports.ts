import { MessageChannel } from 'node:worker_threads'
import { WebSocket } from 'ws'
import type { OperationName } from '#common/api/contract'
import { serveBrowser } from '#main/hosts/browser/serve'
import { createPages } from '#main/hosts/pages/pages'
import { createRpcServer } from '#main/hosts/rpc/rpc-server'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { overMessagePort, overWebSocket, type RpcConnection } from '#renderer/api/rpc-client.ts'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'
import { wireToBuiltElectron } from './built-electron'

/** A newsroom behind one of the wires the hosts offer. */
export interface Wired {
  readonly connection: RpcConnection
  /** Something done by somebody else, not over this wire. */
  readonly ask: (as: string, operation: OperationName, input: unknown) => Promise<void>
  /** The newsroom itself where it lives in this process; null behind a built host. */
  readonly room: TestNewsroom | null
  readonly bugs: readonly unknown[]
  readonly close: () => Promise<void>
}

export const transports: Readonly<Record<string, () => Promise<Wired>>> = {
  'a WebSocket to the browser host': async () => {
    const room = await aNewsroom()
    const bugs: unknown[] = []
    const rpc = createRpcServer(
      () => room.newsroom,
      bug => bugs.push(bug),
    )
    const nothing = { serve: async () => new Response('', { status: 404 }) }
    const server = await serveBrowser({
      port: 0,
      environment: hostEnvironment,
      pages: connect => createPages({ newsroom: () => room.newsroom, renderer: nothing, connect }),
      rpc,
    })
    const origin = `http://127.0.0.1:${server.port}`
    const cookie = await admit(origin, server.address)
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/wire`, { headers: { cookie }, origin })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return {
      room,
      bugs,
      ask: byAnother(room),
      connection: overWebSocket(socket as unknown as globalThis.WebSocket),
      close: async () => {
        rpc.close()
        await server.close()
        await room.close()
      },
    }
  },
  'a MessagePort as Electron brings it': async () => {
    const room = await aNewsroom()
    const bugs: unknown[] = []
    const rpc = createRpcServer(
      () => room.newsroom,
      bug => bugs.push(bug),
    )
    const { port1, port2 } = new MessageChannel()
    rpc.serveMessagePort(port1, { account: null })
    port1.start()
    const connection = overMessagePort(port2 as unknown as globalThis.MessagePort)
    port2.start()
    return {
      room,
      bugs,
      ask: byAnother(room),
      connection,
      close: async () => {
        rpc.close()
        port1.close()
        await room.close()
      },
    }
  },
  'the built preload to the built Electron main process': wireToBuiltElectron,
}

function byAnother(room: TestNewsroom): Wired['ask'] {
  return async (as, operation, input) => {
    await room.ask(as, operation, input as never)
  }
}

/** Trades the token of the printed address for the cookie, as the renderer does. */
export async function admit(origin: string, address: string): Promise<string> {
  const token = new URL(address).hash.slice('#khoa='.length)
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin },
    body: JSON.stringify({ token }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
