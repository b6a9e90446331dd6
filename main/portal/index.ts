import { randomBytes } from 'node:crypto'
import { createPortal } from './create-portal'
import { listen } from './listen'
import { readArguments } from './portal-arguments'

/** Runs the portal as a process of its own: prints one line of JSON when it listens, ends on SIGTERM. */
async function run(): Promise<void> {
  const given = readArguments(process.argv.slice(2), process.env)
  const portal = await createPortal({
    ...given.portal,
    environment: { now: Date.now, randomBytes },
    report: error => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  })
  const listening = await listen(portal, given.port)
  const end = once(() => void listening.close().then(() => process.exit(0)))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  if (given.withParent) endWithParent(end)
  const { url, port } = listening
  process.stdout.write(`${JSON.stringify({ url, port, dataDir: given.portal.dataDir })}\n`)
}

/** However the parent dies, the system closes its end of the channel. */
function endWithParent(end: () => void): void {
  if (process.send !== undefined) process.once('disconnect', end)
  else {
    process.stdin.once('close', end).once('error', end).resume()
    process.stdout.once('error', end)
  }
}

/** SIGTERM and the parent's end often come together. */
function once(task: () => void): () => void {
  let done = false
  return () => {
    if (!done) task()
    done = true
  }
}

run().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${words}\n`, () => process.exit(1))
})
