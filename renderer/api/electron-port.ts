import { channels } from '#common/api/channels'

/** Asks main for a fresh port for this page load; null outside Electron, whose pages come from `app://`. */
export function openMessagePort(): Promise<MessagePort | null> {
  if (location.protocol !== 'app:') return Promise.resolve(null)
  return new Promise(resolve => {
    window.addEventListener('message', function receive(event) {
      const [port] = event.ports
      if (event.source !== window || event.data !== channels.port || port === undefined) return
      window.removeEventListener('message', receive)
      resolve(port)
    })
    window.postMessage(channels.ask, location.origin)
  })
}
