import {
  type BrowserWindow,
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
} from 'electron'
import { channels } from '#common/api/channels'
import { isAppUrl } from './app-scheme'

/**
 * Gives each load of the window's page one end of a fresh channel and `serve` the other; the former one is closed.
 * Only the main frame of our origin in this window is heard. Returns the function that ends it.
 */
export function givePortPerLoad(window: BrowserWindow, serve: (port: MessagePortMain) => void): () => void {
  let current: MessagePortMain | null = null
  const onAsk = ({ sender, senderFrame }: IpcMainEvent) => {
    const isOurs = sender === window.webContents && senderFrame === sender.mainFrame
    if (!isOurs || senderFrame === null || !isAppUrl(senderFrame.url)) return
    current?.close()
    const { port1, port2 } = new MessageChannelMain()
    current = port1
    serve(port1)
    port1.start()
    sender.postMessage(channels.port, null, [port2])
  }
  ipcMain.on(channels.ask, onAsk)
  return () => {
    ipcMain.off(channels.ask, onAsk)
    current?.close()
  }
}
