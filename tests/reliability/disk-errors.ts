import assert from 'node:assert/strict'
import { BlobError } from '#main/store/blobs/blob-store'
import { StoreWriteError } from '#main/store/store-write-error'
import { seededRandom } from '#tests/support/power-cut-disk'
import { type Fault, type FileOperation, watchedFiles } from '#tests/support/watched-files'
import { type Attempt, checkKept, freshDisk, letWorkEnd, nothingTold, workOneDay } from './newsday'

const codes = ['EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EMFILE'] as const
const kinds = [
  ...codes.flatMap(code => [{ code, once: true } as const, { code, once: false } as const]),
  { shortWrite: 3 },
  { shortWrite: 0, once: true },
] as const

type Kind = (typeof kinds)[number]

/** Changes of one day, the opening before it included; a day has some more or less. */
const operationsOfADay = 170

/** The cause a person is told of: the store's own errors, or what a checkpoint or an opening met on the disk. */
function isTyped(what: string, error: unknown): boolean {
  if (error instanceof StoreWriteError || error instanceof BlobError) return true
  const fromDisk = error instanceof Error && ('code' in error || error.message === 'the disk took no bytes')
  return fromDisk && ['open', 'checkpoint', 'snapshot', 'open the draft', 'close'].includes(what)
}

/** Whoever syncs a file again whose sync failed may be told "yes" about bytes that are gone. */
function watchForRetries() {
  const spoiled = new Set<string>()
  return {
    saw({ kind, path }: FileOperation, fault: Fault | undefined) {
      if (kind === 'open' || kind === 'remove') spoiled.delete(path)
      if (kind === 'write' || kind === 'dataSync')
        assert.ok(!spoiled.has(path), `${path} was used again after its sync failed`)
      if (kind === 'dataSync' && fault !== undefined) spoiled.add(path)
    },
  }
}

/**
 * R3: one day on a good disk, then one on which the n-th change fails, once or from then on. Every failure is one of the
 * store's own; on the good disk afterwards, and after a power cut too, everything acknowledged is there.
 */
export async function meetDiskErrors(seed: number): Promise<number> {
  const random = seededRandom(seed)
  const fault = kinds[seed % kinds.length] ?? kinds[0]
  // A stride prime to their number: a short run meets the whole day, a long one every change of it.
  const failing = 1 + ((Math.floor(seed / kinds.length) * 61) % operationsOfADay)
  const disk = await freshDisk()
  const told = nothingTold()
  await workOneDay(disk.files, { epoch: 1, pace: 'quiet' }, told)

  const retries = watchForRetries()
  let count = 0
  const broken: unknown[] = []
  const files = watchedFiles(disk.files, operation => {
    const struck = operation.kind === 'write' || 'code' in fault ? strike(fault, ++count, failing) : undefined
    try {
      retries.saw(operation, struck)
    } catch (error) {
      broken.push(error)
    }
    return struck
  })
  const label = `seed ${seed}: ${JSON.stringify(fault)} at ${failing}`
  const attempt: Attempt = async (what, work) => {
    await work().catch((error: unknown) => {
      if (!isTyped(what, error)) throw new Error(`${label}: ${what} failed without a type`, { cause: error })
    })
  }
  await attempt('open', () => workOneDay(files, { epoch: 2, pace: 'quiet' }, told, attempt))
  await letWorkEnd()
  if (broken.length > 0) throw new Error(label, { cause: broken[0] })

  const afterwards = disk.fork()
  await checkKept(afterwards.files, 3, told, label)
  disk.cut(random)
  await checkKept(disk.files, 3, told, `${label}, then a power cut`)
  return 1
}

function strike(fault: Kind, count: number, failing: number): Fault | undefined {
  const struck = 'once' in fault && fault.once ? count === failing : count >= failing
  return struck ? fault : undefined
}
