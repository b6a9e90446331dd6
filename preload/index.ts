import { ipcRenderer } from 'electron'
import { channels } from '#common/api/channels'

/** The preload's whole work: hand the page the port that main made for this load. Nothing is exposed to the page. */
window.addEventListener('message', event => {
  if (event.source === window && event.origin === window.location.origin && event.data === channels.ask)
    ipcRenderer.send(channels.ask)
})

ipcRenderer.on(channels.port, event => {
  window.postMessage(channels.port, window.location.origin, event.ports)
})
