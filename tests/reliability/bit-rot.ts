import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { BlobHash } from '#common/domain/ids'
import type { DraftLog } from '#main/store/drafts/draft-logs'
import type { Files } from '#main/store/files/files'
import { claimEpoch } from '#main/store/lock/epoch'
import type { Store } from '#main/store/store'
import { articleOne, openSample, type SampleCollections, saved } from '#tests/main/store/sample-store'
import { type PowerCutDisk, type Random, seededRandom } from '#tests/support/power-cut-disk'
import { directory, freshDisk, nothingTold, workOneDay } from './newsday'
import { draftLayout, entriesOf, journalLayout } from './read-format'

/** All a person can see of a workspace, part by part; a part that cannot be read says so. */
type Sight = ReadonlyMap<string, unknown>

interface Look {
  readonly sight: Sight
  /** What the program told about damage, in its own words. */
  readonly reports: readonly string[]
  /** Newest record that was read, and whether the store would take another. */
  readonly sequence: number
  readonly writable: boolean
  readonly checkpoint: string
}

/** Where a sight of the unharmed workspace was taken, so that every other is asked the same questions. */
interface Original {
  readonly disk: PowerCutDisk
  readonly look: Look
  readonly blobs: readonly BlobHash[]
  readonly versions: readonly number[]
}

/** Three days, the last without an end: archives, two checkpoints, a journal in use, blobs, drafts with history. */
async function workspaceWithAPast(): Promise<Original> {
  const disk = await freshDisk()
  const told = nothingTold()
  for (const day of [1, 2, 3]) {
    const epoch = await claimEpoch(disk.files, directory)
    assert.equal(epoch, day)
    await workOneDay(disk.files, { epoch, pace: 'short' }, told)
  }
  const epoch = await claimEpoch(disk.files, directory)
  const store = await openSample(directory, { files: disk.files, epoch })
  for (const edition of [900, 901, 902]) await store.commit(saved('a9', edition, `bản ${edition}`))
  const log = await store.drafts.open(articleOne)
  const at = '2026-01-05T03:30:00.000Z'
  for (const version of [log.version, log.version + 1, log.version + 2]) {
    await log.append({ version, at, account: 'lan', client: 'c', steps: [{ at: version }] })
    await log.sync()
  }
  const blobs: BlobHash[] = []
  for await (const hash of store.blobs.hashes()) blobs.push(hash)
  const versions = (await log.states()).map(state => state.version)
  // The store is not closed: its process died. What it synced is on the disk.
  const still = disk.fork()
  const look = await lookAt(still.fork().files, blobs, versions)
  assert.deepEqual(look.reports, [])
  return { disk: still, look, blobs, versions }
}

async function lookAt(files: Files, blobs: readonly BlobHash[], versions: readonly number[]): Promise<Look> {
  const sight = new Map<string, unknown>()
  const reports: string[] = []
  const tell = (where: string, error: unknown) =>
    reports.push(`${where}: ${error instanceof Error ? error.message : String(error)}`)
  const see = async (part: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      sight.set(part, await work())
    } catch (error) {
      tell(part, error)
    }
  }
  let store: Store<SampleCollections>
  try {
    store = await openSample(directory, { files, epoch: await claimEpoch(files, directory), later: true })
  } catch (error) {
    tell('open', error)
    return { sight, reports, sequence: 0, writable: false, checkpoint: 'none' }
  }
  await store.loaded.catch((error: unknown) => tell('loading', error))
  const { health, recovery, head } = store
  if (health.kind === 'read-only') tell('health', health.detail)
  if (recovery.tornBytes > 0) tell('recovery', `${recovery.tornBytes} bytes were cut`)
  if (recovery.quarantine !== null) tell('recovery', recovery.quarantine)
  if (recovery.checkpoint !== 'newest') tell('recovery', recovery.checkpoint)
  const report = await store.verify()
  if (report.firstBad !== null) tell('verify', `${report.firstBad.file}: ${report.firstBad.reason}`)

  sight.set('workspace', store.description)
  sight.set('head', head)
  for (const name of ['articles', 'accounts'] as const)
    sight.set(
      name,
      [...store.all(name).values()].sort((a, b) => a.id.localeCompare(b.id)),
    )
  await see('history', async () => store.history({ limit: 1_000 }))
  for (const hash of blobs) await see(`blob ${hash}`, async () => Buffer.from(await store.blobs.read(hash)))
  await see('draft', async () => {
    const log = await store.drafts.open(articleOne)
    for (const { kind, bytes } of log.recovery) tell('draft', `${bytes} bytes ${kind}`)
    if (log.snapshot === null) throw new Error('no snapshot is readable')
    return textOf({ snapshot: log.snapshot, frames: log.frames })
  })
  for (const version of versions)
    await see(`draft at ${version}`, async () => {
      const state = await (await store.drafts.open(articleOne)).stateAt(version)
      if (state === null) throw new Error('not kept')
      return textOf(state)
    })
  return {
    sight,
    reports,
    sequence: head.sequence,
    writable: health.kind === 'writable',
    checkpoint: recovery.checkpoint,
  }
}

const document = z.object({ at: z.int() })

/** The document of newsday.ts: where it stands. Each step must fit what is there, whichever snapshot it begins from. */
function textOf({ snapshot, frames }: Pick<DraftLog, 'snapshot' | 'frames'>): number {
  let { at } = document.parse(snapshot?.document)
  for (const step of frames.flatMap(frame => frame.steps))
    if (document.parse(step).at === at) at++
    else throw new Error('a step does not fit')
  return at
}

interface Harm {
  readonly disk: PowerCutDisk
  readonly path: string
  /** The newest record of which something undamaged proves that it had reached the disk. */
  readonly proven: number
  /** A log cut exactly behind an entry is what it was a moment earlier; nothing on this disk knows better. */
  readonly isAnEarlierEnd: boolean
  readonly label: string
}

/** The damaged workspace shows what the unharmed one did, or says that something is wrong; the rest are finer points. */
async function judge({ look, blobs, versions }: Original, harm: Harm): Promise<void> {
  const { disk, path, proven, label } = harm
  const before = disk.peek(path)
  const seen = await lookAt(disk.files, blobs, versions)
  const changed = [...look.sight].filter(([part, value]) => !isDeepStrictEqual(seen.sight.get(part), value))
  if (changed.length > 0 && !harm.isAnEarlierEnd)
    assert.notDeepEqual(seen.reports, [], `${label}: silently another ${changed.map(([part]) => part)}`)
  if (seen.sequence < proven) {
    assert.ok(!seen.writable, `${label}: records that were on disk are gone, and the store goes on`)
    if (path.includes('/journal/')) assert.deepEqual(disk.peek(path), before, `${label}: the file was cut`)
  }
  if (path.endsWith('/manifest.json') && seen.checkpoint !== 'newest')
    assert.equal(seen.checkpoint, 'previous', `${label}: the checkpoint before was not there`)
}

let original: Promise<Original> | null = null

function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  assert.ok(chosen !== undefined)
  return chosen
}

/** R5: one bit of one file, each file as likely as any other. */
export async function flipBit(seed: number): Promise<number> {
  original ??= workspaceWithAPast()
  const whole = await original
  const { disk } = whole
  const random = seededRandom(seed)
  const path = pick(
    random,
    disk.paths().filter(candidate => disk.peek(candidate).length > 0),
  )
  const bytes = Buffer.from(disk.peek(path))
  const at = Math.floor(random() * bytes.length)
  const bit = Math.floor(random() * 8)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  const harmed = disk.fork()
  harmed.poke(path, bytes)
  await judge(whole, {
    disk: harmed,
    path,
    // Each record proves the one before it; of the last, nobody can tell whether a crash tore it.
    proven: whole.look.sequence - 1,
    isAnEarlierEnd: false,
    label: `seed ${seed}: ${path}, byte ${at}, bit ${bit}`,
  })
  return 1
}

/** How many lengths there are to cut all files to. */
export async function countTruncations(): Promise<number> {
  original ??= workspaceWithAPast()
  const { disk } = await original
  return disk.paths().reduce((sum, path) => sum + disk.peek(path).length, 0)
}

/** R5: the n-th of all truncations there are, the empty file included. */
export async function truncateOnce(n: number): Promise<number> {
  original ??= workspaceWithAPast()
  const whole = await original
  let length = n
  for (const path of whole.disk.paths()) {
    const bytes = whole.disk.peek(path)
    if (length >= bytes.length) {
      length -= bytes.length
      continue
    }
    const disk = whole.disk.fork()
    disk.poke(path, bytes.subarray(0, length))
    await judge(whole, {
      disk,
      path,
      proven: path.endsWith('.log') ? 0 : whole.look.sequence,
      isAnEarlierEnd: earlierEnds(path, bytes).includes(length),
      label: `truncation ${n}: ${path} to ${length}`,
    })
    return 1
  }
  return 1
}

/** Flips and cuts in turn. */
export function bitRotRound(seed: number): Promise<number> {
  return seed % 2 === 0 ? flipBit(seed) : truncateOnce(seed * 7_919)
}

/** Lengths at which a log ends between two entries. */
function earlierEnds(path: string, bytes: Buffer): readonly number[] {
  if (!path.endsWith('.log')) return []
  const layout = path.includes('/drafts/') ? draftLayout : journalLayout
  return [0, layout.header, ...entriesOf(bytes, layout).map(({ end }) => end)]
}
