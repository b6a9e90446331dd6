import type { MessagePort as NodePort } from 'node:worker_threads'
import { channels } from '#common/api/channels'
import { overMessagePort, type RpcConnection } from '#renderer/api/rpc-client.ts'
import type { FakeElectron } from './fake-electron'
import type { FakeWindow } from './fake-window'
import { loadPreload } from './load-preload'

/** A loaded page of the window, speaking through the built preload to the built main process. */
export interface Page {
  readonly connection: RpcConnection
  readonly isClosed: () => boolean
}

const origin = 'app://toa-soan'

/** Does what renderer/api/electron-port.ts does in the page: asks, receives the port, starts it. */
export function openPage(electron: FakeElectron, window: FakeWindow): Promise<Page> {
  const { webContents } = window
  const page = loadPreload(origin, channel =>
    electron.ipcMain.emit(channel, { sender: webContents, senderFrame: webContents.mainFrame }),
  )
  webContents.deliver = (channel, ports) => page.ipcRenderer.emit(channel, { ports })
  return new Promise(resolve => {
    page.listen(({ data, ports: [port] }) => {
      if (data !== channels.port || port === undefined) return
      let closed = false
      port.once('close', () => {
        closed = true
      })
      const connection = overMessagePort(webPort(port))
      port.start()
      resolve({ connection, isClosed: () => closed })
    })
    page.post({ data: channels.ask })
  })
}

/** Node's port is the DOM's in all that the client uses; only the types differ. */
function webPort(port: NodePort): MessagePort {
  return port as unknown as MessagePort
}
