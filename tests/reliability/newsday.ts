import assert from 'node:assert/strict'
import type { BlobHash } from '#common/domain/ids'
import type { DraftLog } from '#main/store/drafts/draft-logs'
import type { Files } from '#main/store/files/files'
import type { Store } from '#main/store/store'
import { createWorkspace } from '#main/store/workspace-file'
import {
  articleOne,
  hashOf,
  openSample,
  removed,
  type SampleCollections,
  saved,
} from '#tests/main/store/sample-store'
import { type Lies, PowerCutDisk } from '#tests/support/power-cut-disk'
import { testEnvironment } from '#tests/support/test-environment'

export const directory = '/xa'

/** What the people of one workspace were told is safe, over all its days. */
export interface Told {
  /** Edition of each article that was acknowledged, and the newest handed in, acknowledged or not. */
  readonly editions: Map<string, { acknowledged: number; offered: number }>
  readonly blobs: Set<BlobHash>
  draft: number
}

export function nothingTold(): Told {
  return { editions: new Map(), blobs: new Set(), draft: 0 }
}

/** An empty workspace on a disk in memory. */
export async function freshDisk(lies: Lies = {}): Promise<PowerCutDisk> {
  const disk = new PowerCutDisk('/', lies)
  const { files } = disk
  await createWorkspace({ directory, files, environment: testEnvironment(), name: 'Xã', demo: true })
  await files.syncDirectory('/')
  return disk
}

/** Lines of a body; on a busy day so many that the journal takes space in advance. */
const linesOf = { short: 4, quiet: 60, busy: 1_500 } as const

export type Pace = keyof typeof linesOf

function textOf(id: string, edition: number, pace: Pace): string {
  return `${id} bản ${edition} `.repeat(linesOf[pace])
}

/** Does one thing; may swallow its failure, and then nothing counts as told. */
export type Attempt = (what: string, work: () => Promise<void>) => Promise<void>

const plainly: Attempt = (_, work) => work()

/** One day at the desk: saves alone and together, a picture, typing, checkpoints, a proper close. */
export async function workOneDay(
  files: Files,
  day: { readonly epoch: number; readonly pace: Pace },
  told: Told,
  attempt: Attempt = plainly,
): Promise<void> {
  const store = await openSample(directory, { files, epoch: day.epoch, later: day.epoch % 4 === 0 })
  assert.deepEqual(store.health, { kind: 'writable' })
  const base = day.epoch * 100
  const save = (id: string, edition: number) =>
    attempt(`save ${id}`, async () => {
      const known = told.editions.get(id) ?? { acknowledged: 0, offered: 0 }
      told.editions.set(id, known)
      known.offered = edition
      await store.commit(saved(id, edition, textOf(id, edition, day.pace)))
      known.acknowledged = edition
    })
  const checkpoint = () => attempt('checkpoint', () => store.checkpoint())
  const desk: { log: DraftLog | null } = { log: null }
  const draft = (what: string, work: (log: DraftLog) => Promise<void>) =>
    attempt(what, async () => {
      if (desk.log !== null) await work(desk.log)
    })
  const type = () =>
    draft('type', log => {
      const at = '2026-01-05T03:30:00.000Z'
      const { version } = log
      return log.append({ version, at, account: 'lan', client: 'c', steps: [{ at: version }] })
    })
  const keep = () =>
    draft('keep the draft', async log => {
      const { version } = log
      await log.sync()
      told.draft = Math.max(told.draft, version)
    })
  const snapshot = () =>
    draft('snapshot', async log => {
      const { version } = log
      await log.snapshotAt({ version, document: { at: version } })
      told.draft = Math.max(told.draft, version)
    })

  await attempt('open the draft', async () => {
    desk.log = await openOrCreate(store)
  })
  await save('a1', base + 1)
  await Promise.all([save('a2', base + 1), save('a3', base + 1), type()])
  await keep()
  await attempt('picture', async () => {
    told.blobs.add((await store.blobs.put(Buffer.from(`ảnh ${day.epoch}`))).hash)
  })
  await Promise.all([checkpoint(), save('a1', base + 2), save('a2', base + 2)])
  await type()
  await type()
  await snapshot()
  await save('a4', base + 1)
  await attempt('remove', async () => void (await store.commit(removed('tạm'))))
  await type()
  await keep()
  await checkpoint()
  await save('a3', base + 2)
  await attempt('close', () => store.close())
}

async function openOrCreate({ drafts }: Store<SampleCollections>): Promise<DraftLog> {
  const log = await drafts.open(articleOne)
  return log.snapshot === null ? drafts.create(articleOne, { at: 0 }) : log
}

/** Opens the workspace and holds it against what people were told: all of it there, nothing nobody handed in. */
export async function checkKept(files: Files, epoch: number, told: Told, label: string): Promise<void> {
  const store = await openSample(directory, { files, epoch, later: true })
  await store.loaded
  assert.deepEqual(store.health, { kind: 'writable' }, label)
  for (const [id, { acknowledged, offered }] of told.editions) {
    const edition = store.get('articles', id)?.edition ?? 0
    assert.ok(edition >= acknowledged, `${label}: ${id} was saved as ${acknowledged}, is ${edition}`)
    assert.ok(edition <= offered, `${label}: ${id} is ${edition}, which nobody wrote`)
    if (edition > 0) await readBody(store, id, edition)
  }
  for (const hash of told.blobs) await store.blobs.read(hash)
  const log = await store.drafts.open(articleOne)
  assert.ok(log.version >= told.draft, `${label}: draft saved at ${told.draft}, is at ${log.version}`)
  assert.deepEqual(
    log.recovery.filter(({ kind }) => kind === 'damaged'),
    [],
    label,
  )
  const report = await store.verify()
  assert.deepEqual(report.firstBad, null, label)
  assert.equal(report.records, store.head.sequence, label)
  await store.close().catch(() => {})
}

async function readBody(store: Store<SampleCollections>, id: string, edition: number): Promise<void> {
  const texts = (['short', 'quiet', 'busy'] as const).map(pace => hashOf(textOf(id, edition, pace)))
  const kept = await Promise.all(texts.map(hash => store.blobs.has(hash)))
  const hash = texts[kept.indexOf(true)]
  assert.ok(hash !== undefined, `the body of ${id}, edition ${edition}, is gone`)
  await store.blobs.read(hash)
}

/** Work that was under way when the power went ends before the disk comes back. */
export async function letWorkEnd(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise(resolve => setTimeout(resolve, 0))
}
