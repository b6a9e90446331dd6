import { type Problem, problem } from '#common/api/problems/problem'
import type { SafekeepingView } from '#common/api/safekeeping'
import type { Disk } from '#main/store/space/disk'
import type { ReservedFiles } from '#main/store/space/reserve'
import { spaceLimits } from './rules'

const megabyte = 1_000_000

/** Knows how much room is left where the workspace lies. */
export interface SpaceWatch {
  read(): Promise<SafekeepingView['space']>
  /** Null when a file of so many bytes may be taken; asked before it is. */
  roomFor(bytes: number): Promise<Problem | null>
  /** Takes the reserve back when there is room again. */
  refill(): Promise<void>
}

export function createSpaceWatch(
  disk: Disk,
  directory: string,
  reserve: Pick<ReservedFiles, 'refill' | 'released'>,
): SpaceWatch {
  const { lowBytes, shortBytes } = spaceLimits

  return {
    async read() {
      const freeBytes = await disk.freeBytes(directory)
      return { freeBytes, level: levelOf(freeBytes) }
    },
    async roomFor(bytes) {
      const freeBytes = await disk.freeBytes(directory)
      if (freeBytes === null || freeBytes - bytes >= shortBytes) return null
      return problem('space-short', {
        freeMegabytes: Math.floor(freeBytes / megabyte),
        neededMegabytes: shortBytes / megabyte,
      })
    },
    async refill() {
      const freeBytes = await disk.freeBytes(directory)
      if (freeBytes === null || freeBytes >= shortBytes) await reserve.refill()
    },
  }

  function levelOf(freeBytes: number | null): SafekeepingView['space']['level'] {
    if (reserve.released) return 'reserve'
    if (freeBytes === null || freeBytes >= lowBytes) return 'enough'
    return freeBytes >= shortBytes ? 'low' : 'short'
  }
}
