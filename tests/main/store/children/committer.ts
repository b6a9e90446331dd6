import { randomBytes } from 'node:crypto'
import { nodeFiles } from '#main/store/files/node-files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import { articleOne, openSample, saved } from '../sample-store'

/*
 * Run with a workspace folder, until it is killed: takes the lock, commits and types without end, and prints a line for
 * everything that was acknowledged: `a <writer> <edition>` for a commit, `d <version>` for a saved draft.
 */
const writers = 4
const [, , directory = ''] = process.argv
const files = nodeFiles()
const environment = { now: () => Date.now(), randomBytes: (length: number) => randomBytes(length) }
const lock = await acquireLock(directory, {
  files,
  environment,
  host: 'command-line',
  onCall: async call => call,
})
if (lock.kind === 'busy') {
  process.stdout.write(`busy ${JSON.stringify(lock.holder)}\n`)
  process.exit(1)
}
const store = await openSample(directory, { epoch: lock.lock.epoch })
if (store.health.kind !== 'writable') throw new Error(JSON.stringify(store.health))
process.stdout.write(`held ${lock.lock.epoch}\n`)

async function keepCommitting(writer: number): Promise<void> {
  for (let edition = (store.get('articles', `w${writer}`)?.edition ?? 0) + 1; ; edition++) {
    await store.commit(saved(`w${writer}`, edition, `Người viết ${writer}, bản ${edition}`))
    process.stdout.write(`a ${writer} ${edition}\n`)
    if (edition % 40 === 0) await store.checkpoint()
  }
}

async function keepTyping(): Promise<void> {
  const found = await store.drafts.open(articleOne)
  const log = found.snapshot === null ? await store.drafts.create(articleOne, { at: 0 }) : found
  for (;;) {
    const at = new Date(environment.now()).toISOString()
    await log.append({ version: log.version, at, account: 'lan', client: 'c', steps: [{ at: log.version }] })
    await log.sync()
    process.stdout.write(`d ${log.version}\n`)
    if (log.version % 50 === 0) await log.snapshotAt({ version: log.version, document: { at: log.version } })
  }
}

await Promise.all([...Array.from({ length: writers }, (_, writer) => keepCommitting(writer)), keepTyping()])
