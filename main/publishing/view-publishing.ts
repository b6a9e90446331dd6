import type { JobView, PublishingView } from '#common/api/views'
import type { Account } from '#common/domain/account'
import { isUnfinished, type Job } from '#common/domain/job'
import { toJobView } from '#main/articles/view-article'
import { isDue, readCap } from './line'
import type { PublishingParts } from './publishing-parts'
import { readyPage } from './ready-articles'
import type { ReadLoad } from './revision-facts'

/** Newest finished jobs on the screen; all of them are in the journal. */
const shownFinished = 100

export async function viewPublishing(
  parts: PublishingParts,
  account: Account,
  readLoad: ReadLoad,
  { looking, readyFrom }: { readonly looking: number; readonly readyFrom: number },
): Promise<PublishingView> {
  const { core, line, progress, throughput } = parts
  const ready = await readyPage(parts, account, readLoad, readyFrom)
  const unfinished: Job[] = []
  const finished: Job[] = []
  for (const job of core.store.all('jobs').values())
    (isUnfinished(job.state) ? unfinished : finished).push(job)
  const active = unfinished
    .sort((a, b) => a.queued - b.queued)
    .map(job => ({
      ...toJobView(core, job),
      sentBlobs: progress.get(job.id)?.blobs ?? job.sentBlobs,
      sentBytes: progress.get(job.id)?.bytes ?? 0,
    }))
  const newest = finished.sort(
    (a, b) => (b.finishedAt ?? '').localeCompare(a.finishedAt ?? '') || b.queued - a.queued,
  )
  const waiting = active.filter(job => job.state !== 'refused')
  return {
    line: line.state(),
    portals: [...core.store.all('portals').values()],
    ...ready,
    active,
    finished: newest.slice(0, shownFinished).map(job => toJobView(core, job)),
    totals: {
      articles: new Set(waiting.map(job => job.article)).size,
      bytes: waiting.reduce((sum, job) => sum + job.totalBytes, 0),
    },
    looking,
    secondsLeft: secondsLeft(waiting, throughput.bytesPerSecond(), core.environment.now()),
    capBytesPerSecond: readCap(core),
  }
}

/** At this pace; null while nobody can say. What a person carries, or waits for its hour, takes no time of the line. */
export function secondsLeft(
  jobs: readonly Pick<JobView, 'byHand' | 'scheduledFor' | 'state' | 'totalBytes' | 'sentBytes'>[],
  bytesPerSecond: number | null,
  nowMs: number,
): number | null {
  const sent = jobs.filter(job => !job.byHand && (isDue(job, nowMs) || job.state !== 'waiting'))
  if (bytesPerSecond === null || sent.length === 0) return null
  return sent.reduce((sum, job) => sum + Math.max(0, job.totalBytes - job.sentBytes), 0) / bytesPerSecond
}
