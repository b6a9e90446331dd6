import { type Lies, seededRandom } from '#tests/support/power-cut-disk'
import { checkKept, directory, freshDisk, letWorkEnd, nothingTold, workOneDay } from './newsday'

const days = 4

/**
 * R2: four days, each ended by a power cut at some operation of the work or of the recovery before it, and after each a
 * look at what is left. Returns the number of cuts.
 */
export async function survivePowerCuts(seed: number, lies: Lies = {}): Promise<number> {
  const random = seededRandom(seed)
  const disk = await freshDisk(lies)
  const told = nothingTold()
  const pace = random() < 0.15 ? 'busy' : 'quiet'
  for (let day = 1; day <= days; day++) {
    disk.dieAt = disk.operations + Math.floor(random() * (random() < 0.3 ? 40 : 260))
    await workOneDay(disk.files, { epoch: 2 * day, pace }, told).catch((error: unknown) => {
      if (disk.operations < disk.dieAt) throw error
    })
    await letWorkEnd()
    disk.cut(random)
    if (random() < 0.5)
      await checkKept(disk.files, 2 * day + 1, told, `${directory}, seed ${seed}, day ${day}`)
    disk.dieAt = Number.POSITIVE_INFINITY
  }
  await checkKept(disk.files, 100, told, `seed ${seed}`)
  return days
}
