import { createAdaptorServer } from '@hono/node-server'
import { errorCode } from '#main/store/files/error-code'
import type { Portal } from './create-portal'

export interface ListeningPortal {
  readonly url: string
  readonly port: number
  /** Stops listening, breaks open connections and closes the portal. */
  close(): Promise<void>
}

/** Serves the portal on 127.0.0.1; port 0 takes any free one. Rejects when the port is taken. */
export async function listen(portal: Portal, requestedPort: number): Promise<ListeningPortal> {
  const server = createAdaptorServer({ fetch: portal.fetch })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', error => reject(portTaken(error, requestedPort)))
    server.listen(requestedPort, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('not a TCP server'))
      else resolve(address.port)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await portal.close()
    },
  }
}

function portTaken(error: unknown, port: number): unknown {
  if (errorCode(error) !== 'EADDRINUSE') return error
  return new Error(`Cổng mạng ${port} đang có chương trình khác dùng. Chọn số khác với --port.`, {
    cause: error,
  })
}
