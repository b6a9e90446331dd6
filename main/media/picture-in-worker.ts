import { refuse } from '#common/domain/result'
import { type RunLimits, runOnce } from '#main/core/run-once'
import type { MediaTask } from './media-task'
import { type PreparePicture, pixelsOf, preparePicture } from './prepare-picture'

/** The largest picture that is taken is ready in a few seconds on an old machine. */
const pictureLimits: RunLimits = { deadlineMs: 30_000, heapMegabytes: 256 }

/** Smaller ones are ready before a thread has started, and libvips bounds them by what their header says. */
const smallPixels = 24_000_000

/** Large pictures in a thread of their own, which is ended when it takes too long; `file` is the built `media.js`. */
export function pictureInWorker(file: string, limits: RunLimits = pictureLimits): PreparePicture {
  return async bytes => {
    const pixels = await pixelsOf(bytes)
    if (pixels === null) return refuse('unreadable')
    if (pixels <= smallPixels) return preparePicture(bytes)
    const outcome = await runOnce<Awaited<ReturnType<PreparePicture>>>(
      file,
      { kind: 'picture', bytes } satisfies MediaTask,
      limits,
    )
    if (outcome.kind === 'reply') return outcome.reply
    if (outcome.kind === 'bug') throw new Error(outcome.message)
    return refuse('large')
  }
}
