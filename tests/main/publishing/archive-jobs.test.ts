import { describe, expect, it } from 'vitest'
import { accountId, jobId, portalId } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import { collections } from '#main/core/collections'
import { archiveFinishedJobs } from '#main/publishing/archive-jobs'
import { nodeFiles } from '#main/store/files/node-files'
import { openStore } from '#main/store/open-store'
import { generatedArticle, idOf } from '#tests/bench/generated/article-records'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { testEnvironment } from '#tests/support/test-environment'

const who = {
  writer: accountId.parse(idOf('writer')),
  reviewer: accountId.parse(idOf('reviewer')),
  portal: portalId.parse(idOf('portal')),
}

function aJob(queued: number, state: Job['state']): Job {
  const { changes } = generatedArticle(1, queued, who).transaction
  const change = changes.find(({ collection }) => collection === 'jobs')
  if (change === undefined || !('put' in change) || change.collection !== 'jobs') throw new Error('no job')
  return { ...change.put, id: jobId.parse(idOf(`job ${queued}`)), queued, state }
}

async function aCore(finished: number) {
  const environment = testEnvironment()
  const store = await openStore({
    directory: await temporaryWorkspace(),
    collections,
    files: nodeFiles(),
    environment,
    epoch: 1,
  })
  const jobs = [
    ...Array.from({ length: finished }, (_, n) => aJob(n + 10, 'done')),
    aJob(1, 'waiting'),
    aJob(2, 'refused'),
  ]
  await store.commit({
    event: { type: 'test', at: '2026-01-05T03:30:00.000Z', actor: null, subject: null, details: {} },
    changes: jobs.map(put => ({ collection: 'jobs', put }) as const),
  })
  return { store, environment, announce: () => {} }
}

describe('finished jobs', () => {
  it('leave memory but for the newest thousand; unfinished ones never do, however old', async () => {
    const core = await aCore(2_600)
    expect(await archiveFinishedJobs(core)).toBe(1_600)
    const left = [...core.store.all('jobs').values()]
    expect(left.filter(({ state }) => state === 'done')).toHaveLength(1_000)
    expect(Math.min(...left.filter(({ state }) => state === 'done').map(({ queued }) => queued))).toBe(1_610)
    expect(left.filter(({ state }) => state !== 'done').map(({ queued }) => queued)).toEqual([1, 2])
    const [entry] = await core.store.history({ limit: 1 })
    expect(entry?.event).toMatchObject({ type: 'jobs.archived', details: { jobs: 100 } })
    expect(await archiveFinishedJobs(core)).toBe(0)
    await core.store.close()
  })

  it('are left alone while they are few', async () => {
    const core = await aCore(1_500)
    expect(await archiveFinishedJobs(core)).toBe(0)
    await core.store.close()
  })
})
