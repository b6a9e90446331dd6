import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { jobMoves, jobStates } from '#common/domain/job'
import { moved } from '#main/publishing/move-job'
import type { VerifySeal } from '#main/publishing/publishing-parts'
import { nodeFiles } from '#main/store/files/node-files'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { bytesOf, openPublishingDesk } from '#tests/support/publishing-desk'
import { figure } from '#tests/support/sealed-article'
import { watchedFiles } from '#tests/support/watched-files'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

describe('publishing over a store that fails', () => {
  it('sends nothing that it cannot record, and goes on after the restart (P1)', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    let full = false
    const files = watchedFiles(nodeFiles(), ({ kind }) =>
      full && kind === 'dataSync' ? { code: 'ENOSPC' } : undefined,
    )
    const desk = await openPublishingDesk({ clock, files })
    await desk.connect(portal)
    await desk.approve()
    await desk.push()
    full = true
    const before = portal.requests.length
    await desk.publishing.runner.drain(1_000)
    expect(desk.store.health.kind).toBe('read-only')
    expect(portal.requests).toHaveLength(before)
    await desk.close().catch(() => {})
    const again = await desk.restart()
    await again.settle(1)
    expect(again.jobs()).toMatchObject([{ state: 'done' }])
    expect(await portal.ledger()).toHaveLength(1)
    await again.close()
  })

  it('refuses a job whose picture is gone from the disk, and sends the others', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const desk = await openPublishingDesk({ clock })
    await desk.connect(portal)
    const picture = await desk.addBlob(bytesOf('mất'))
    await desk.approve({ body: [figure(picture)] })
    await desk.approve({ headline: 'Bài lành' })
    await desk.push()
    await rm(await fileOf(desk.store.directory, picture))
    await desk.settle(1)
    const states = desk.jobs().map(job => [job.state, job.problem?.code])
    expect(states).toEqual([
      ['refused', 'seal-invalid'],
      ['done', undefined],
    ])
    expect(await portal.ledger()).toHaveLength(1)
    await desk.close()
  })

  it('lets a bug in one job rest, reports it, and sends the others', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    let poison: string | null = null
    const verifySeal: VerifySeal = async ({ article }) => {
      if (article === poison) throw new TypeError('a bug')
      return { valid: true, reason: null }
    }
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const desk = await openPublishingDesk({ clock, verifySeal })
    await desk.connect(portal)
    const { article } = await desk.approve()
    await desk.approve({ headline: 'Bài lành' })
    await desk.push()
    poison = article
    await desk.settle(0.1)
    expect(desk.jobs().map(job => job.state === 'done')).toEqual([false, true])
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ message: 'a bug' }))
    poison = null
    await desk.settle(1)
    expect(desk.jobs().map(job => job.state)).toEqual(['done', 'done'])
    warn.mockRestore()
    await desk.close()
  })
})

describe('moves of a job (P2)', () => {
  it('are those of the table, and no other', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const desk = await openPublishingDesk({ clock })
    await desk.connect(portal)
    await desk.approve()
    await desk.push()
    const [job] = desk.jobs()
    if (job === undefined) throw new Error('no job')
    for (const from of jobStates) {
      for (const to of jobStates) {
        const allowed: readonly string[] = jobMoves[from]
        const move = () => moved({ ...job, state: from }, to, job.queuedAt)
        if (allowed.includes(to)) expect(move().state).toBe(to)
        else expect(move).toThrow(RangeError)
      }
    }
    await desk.close()
  })
})

async function fileOf(directory: string, hash: string): Promise<string> {
  const names = await readdir(join(directory, 'blobs'), { recursive: true })
  const name = names.find(candidate => candidate.replace('/', '').endsWith(hash.slice(2)))
  if (name === undefined) throw new Error('no such blob')
  return join(directory, 'blobs', name)
}
