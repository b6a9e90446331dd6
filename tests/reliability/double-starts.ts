import assert from 'node:assert/strict'
import { claimEpoch } from '#main/store/lock/epoch'
import { StoreWriteError } from '#main/store/store-write-error'
import { articleOne, openSample, saved } from '#tests/main/store/sample-store'
import { seededRandom } from '#tests/support/power-cut-disk'
import { directory, freshDisk } from './newsday'

/**
 * R7 where no lock holds, as on a network drive: a second writer opens the workspace while the first is at work. From then
 * on the first acknowledges nothing; what it had acknowledged is there.
 */
export async function outliveStaleWriter(seed: number): Promise<number> {
  const random = seededRandom(seed)
  const { files } = await freshDisk()
  const first = await openSample(directory, { files, epoch: await claimEpoch(files, directory) })
  const log = await first.drafts.create(articleOne, { at: 0 })
  const before = 1 + Math.floor(random() * 5)
  for (let edition = 1; edition <= before; edition++) await first.commit(saved('a1', edition, 'bản'))

  const second = await openSample(directory, { files, epoch: await claimEpoch(files, directory) })
  assert.equal(second.get('articles', 'a1')?.edition, before)
  const at = '2026-01-05T03:30:00.000Z'
  const stale =
    random() < 0.5
      ? first.commit(saved('a1', 99, 'bản'))
      : log.append({ version: 0, at, account: 'lan', client: 'c', steps: [{ at: 0 }] }).then(() => log.sync())
  await assert.rejects(stale, StoreWriteError, `seed ${seed}: the stale writer was told it had saved`)
  assert.equal(first.health.kind, 'read-only')
  await first.close().catch(() => {})

  await second.commit(saved('a1', before + 1, 'bản'))
  await second.close()
  const third = await openSample(directory, { files, epoch: await claimEpoch(files, directory) })
  assert.deepEqual(third.health, { kind: 'writable' })
  assert.equal(third.get('articles', 'a1')?.edition, before + 1)
  await third.close()
  return 1
}
