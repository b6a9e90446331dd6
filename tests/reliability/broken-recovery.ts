import assert from 'node:assert/strict'
import type { Files } from '#main/store/files/files'
import { articleOne, openSample } from '#tests/main/store/sample-store'
import { type PowerCutDisk, type Random, seededRandom } from '#tests/support/power-cut-disk'
import { watchedFiles } from '#tests/support/watched-files'
import { directory, freshDisk, letWorkEnd, nothingTold, workOneDay } from './newsday'

/** A disk after two days, the second ended by a power cut somewhere. */
async function crashedDisk(random: Random): Promise<PowerCutDisk> {
  const disk = await freshDisk()
  const told = nothingTold()
  await workOneDay(disk.files, { epoch: 1, pace: 'quiet' }, told)
  disk.dieAt = disk.operations + 15 + Math.floor(random() * 150)
  await workOneDay(disk.files, { epoch: 2, pace: 'quiet' }, told).catch(() => {})
  await letWorkEnd()
  disk.cut(random)
  return disk
}

/** Opens, which mends, and tells what the workspace then holds; it is left as a crash leaves it. */
async function recover(files: Files, epoch: number) {
  const store = await openSample(directory, { files, epoch, later: true })
  await store.loaded
  const { frames, snapshot } = await store.drafts.open(articleOne)
  const { tornBytes, quarantine } = store.recovery
  if (tornBytes > 0) assert.equal(await files.size(quarantine ?? ''), tornBytes, 'torn bytes are gone')
  return {
    health: store.health,
    head: store.head,
    articles: [...store.all('articles').values()].sort((a, b) => a.id.localeCompare(b.id)),
    draft: { frames, snapshot },
    aside: await files.names(`${directory}/quarantine`),
    whole: (await store.verify()).ok,
  }
}

/**
 * R4: recovery itself fails at each of its changes, by an error of the disk or by another power cut, and is done again:
 * the outcome is that of a recovery that nothing disturbed. Returns the number of broken recoveries.
 */
export async function breakRecovery(seed: number): Promise<number> {
  const random = seededRandom(seed)
  const crashed = await crashedDisk(random)
  const undisturbed = crashed.fork()
  const expected = await recover(undisturbed.files, 3)
  assert.deepEqual(expected.health, { kind: 'writable' })
  assert.ok(expected.whole)
  const changes = undisturbed.operations - crashed.operations

  for (let failing = 1; failing <= changes; failing++) {
    const byPower = (failing + seed) % 2 === 0
    const disk = crashed.fork()
    let count = 0
    if (byPower) disk.dieAt = disk.operations + failing - 1
    const files = byPower
      ? disk.files
      : watchedFiles(disk.files, () => (++count === failing ? { code: 'EIO' } : undefined))
    await recover(files, 3).catch(() => {})
    await letWorkEnd()
    disk.cut(random)
    const label = `seed ${seed}: recovery broken at ${failing} by ${byPower ? 'a power cut' : 'EIO'}`
    assert.deepEqual(await recover(disk.files, 4), expected, label)
  }
  return changes
}
