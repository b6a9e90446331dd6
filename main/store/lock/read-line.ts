import type { Socket } from 'node:net'

/** Longest request or reply of the control socket. */
export const maxLineBytes = 16 * 1024 * 1024

/** The next line as JSON; rejects when it is too long, no JSON, does not come in time or the other side leaves first. */
export function readLine(socket: Socket, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => finish(() => reject(new Error('no answer in time'))), timeoutMs)

    function finish(settle: () => void): void {
      clearTimeout(timer)
      socket.off('data', onData)
      socket.off('error', onError)
      socket.off('close', onClose)
      settle()
    }
    function onData(chunk: Buffer): void {
      const end = chunk.indexOf(10)
      chunks.push(end === -1 ? chunk : chunk.subarray(0, end))
      size += chunk.length
      if (size > maxLineBytes) finish(() => reject(new Error('the message is too long')))
      else if (end !== -1) finish(() => resolveJson(Buffer.concat(chunks).toString()))
    }
    function resolveJson(text: string): void {
      try {
        resolve(JSON.parse(text))
      } catch {
        reject(new Error('the message is no JSON'))
      }
    }
    const onError = (error: Error): void => finish(() => reject(error))
    const onClose = (): void => finish(() => reject(new Error('the other side left')))
    socket.on('data', onData)
    socket.on('error', onError)
    socket.on('close', onClose)
  })
}
