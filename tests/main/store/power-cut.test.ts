import { describe, expect, it } from 'vitest'
import { createWorkspace } from '#main/store/workspace-file'
import { type Lies, PowerCutDisk, seededRandom } from '#tests/support/power-cut-disk'
import { testEnvironment } from '#tests/support/test-environment'
import { articleOne, hashOf, openSample, removed, saved } from './sample-store'

const directory = '/xa'

/** What the people of one workspace were told is safe, over all its sessions. */
interface Told {
  /** Acknowledged edition of each article, 0 when it was removed; and the newest handed in, acknowledged or not. */
  readonly editions: Map<string, { acknowledged: number; offered: number }>
  readonly blobs: Set<ReturnType<typeof hashOf>>
  draft: number
}

/** One session at the desk: saves alone and together, a picture, typing, checkpoints, a proper close. */
async function work(disk: PowerCutDisk, epoch: number, told: Told): Promise<void> {
  const store = await openSample(directory, { files: disk.files, epoch })
  expect(store.health).toEqual({ kind: 'writable' })
  const save = async (id: string, edition: number): Promise<void> => {
    const known = told.editions.get(id) ?? { acknowledged: 0, offered: 0 }
    told.editions.set(id, known)
    known.offered = edition
    const text = bodyOf(id, edition)
    await store.commit(saved(id, edition, text))
    known.acknowledged = edition
  }
  const base = epoch * 100
  const log = (await store.drafts.open(articleOne)).snapshot
    ? await store.drafts.open(articleOne)
    : await store.drafts.create(articleOne, { at: 0 })
  const type = async (): Promise<void> => {
    const at = '2026-01-05T03:30:00.000Z'
    await log.append({ version: log.version, at, account: 'lan', client: 'c', steps: [{ at: log.version }] })
  }
  await save('a1', base + 1)
  await Promise.all([save('a2', base + 1), save('a3', base + 1), type()])
  await log.sync()
  told.draft = log.version
  told.blobs.add((await store.blobs.put(Buffer.from(`ảnh ${epoch}`))).hash)
  await Promise.all([store.checkpoint(), save('a1', base + 2), save('a2', base + 2)])
  await type()
  await type()
  await log.snapshotAt({ version: log.version, document: { at: log.version } })
  told.draft = log.version
  await save('a4', base + 1)
  await store.commit(removed('tạm'))
  await type()
  await log.sync()
  told.draft = log.version
  await store.checkpoint()
  await save('a3', base + 2)
  // Long enough for space to be taken in advance, and saves on top of it.
  await save('dài', base + 1)
  for (let edition = 3; edition <= 6; edition++) await save('a1', base + edition)
  await store.close()
}

function bodyOf(id: string, edition: number): string {
  return `${id} bản ${edition} `.repeat(id === 'dài' ? 5_000 : 60)
}

async function check(disk: PowerCutDisk, epoch: number, told: Told, label: string): Promise<void> {
  const store = await openSample(directory, { files: disk.files, epoch })
  expect(store.health, label).toEqual({ kind: 'writable' })
  for (const [id, { acknowledged, offered }] of told.editions) {
    const edition = store.get('articles', id)?.edition ?? 0
    expect(edition, `${label} ${id}`).toBeGreaterThanOrEqual(acknowledged)
    expect(edition, `${label} ${id}`).toBeLessThanOrEqual(offered)
    if (edition > 0) await store.blobs.read(hashOf(bodyOf(id, edition)))
  }
  for (const hash of told.blobs) await store.blobs.read(hash)
  const log = await store.drafts.open(articleOne)
  expect(log.version, label).toBeGreaterThanOrEqual(told.draft)
  expect(
    log.recovery.filter(({ kind }) => kind === 'damaged'),
    label,
  ).toEqual([])
  expect(await store.verify(), label).toMatchObject({ ok: true, records: store.head.sequence })
  await store.close().catch(() => {})
}

/** Works until the power goes at a random operation, in work or in recovery, some times over; then looks. */
async function survive(seed: number, lies: Lies = {}): Promise<void> {
  const random = seededRandom(seed)
  const disk = new PowerCutDisk('/', lies)
  const { files } = disk
  await createWorkspace({ directory, files, environment: testEnvironment(), name: 'Xã', demo: true })
  await files.syncDirectory('/')
  const told: Told = { editions: new Map(), blobs: new Set(), draft: 0 }
  for (let session = 1; session <= 4; session++) {
    disk.dieAt = disk.operations + Math.floor(random() * (random() < 0.3 ? 40 : 260))
    await work(disk, 2 * session, told).catch((error: unknown) => {
      if (disk.operations < disk.dieAt) throw error
    })
    // Work that was under way when the power went ends before the disk comes back.
    await new Promise(resolve => setTimeout(resolve, 0))
    await new Promise(resolve => setTimeout(resolve, 0))
    disk.cut(random)
    if (random() < 0.5) await check(disk, 2 * session + 1, told, `seed ${seed}, session ${session}`)
    disk.dieAt = Number.POSITIVE_INFINITY
  }
  await check(disk, 100, told, `seed ${seed}`)
}

describe('a power cut', () => {
  it('at any operation loses nothing that was acknowledged and leaves a workspace that opens', {
    timeout: 120_000,
  }, async () => {
    const { POWER_CUT_SEED: seed = '1', POWER_CUT_COUNT: count = '40' } = process.env
    for (let n = 0; n < Number(count); n++) await survive(Number(seed) + n)
  })

  it.each<Lies>([{ dataSync: true }, { syncDirectory: true }])(
    'is noticed when the disk only says it synced (%o)',
    {
      timeout: 60_000,
    },
    async lies => {
      const survivals = async (): Promise<void> => {
        for (let seed = 1; seed <= 40; seed++) await survive(seed, lies)
      }
      await expect(survivals()).rejects.toThrow()
    },
  )
})
