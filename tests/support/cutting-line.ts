import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { whenFinished } from './when-finished'

export interface CuttingLine {
  readonly port: number
  /** Bytes from the workstation that crossed, and how often the line broke. */
  readonly carried: () => { readonly bytes: number; readonly cuts: number }
}

/**
 * A line to a server on this machine that breaks whenever `bytesOfALife` bytes have left over it (first after a quarter of
 * that), all its connections at once. What crossed before has arrived.
 */
export async function startCuttingLine(target: number, bytesOfALife: number): Promise<CuttingLine> {
  const open = new Set<Socket>()
  let bytes = 0
  let left = Math.floor(bytesOfALife / 4)
  let cuts = 0
  const server = createServer(near => {
    const far = connect(target, '127.0.0.1')
    open.add(near)
    near.on('close', () => {
      open.delete(near)
      far.end()
    })
    near.on('error', () => {})
    far.on('error', () => near.destroy())
    far.pipe(near)
    near.on('data', (chunk: Buffer) => {
      const crossing = chunk.subarray(0, left)
      bytes += crossing.length
      left -= crossing.length
      if (!far.write(crossing)) {
        near.pause()
        far.once('drain', () => near.resume())
      }
      if (left > 0) return
      left = bytesOfALife
      cuts++
      for (const socket of open) socket.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  whenFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, carried: () => ({ bytes, cuts }) }
}
