import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { bundleScript } from '#tests/support/bundle-script'
import { type FaultPortal, startFaultPortal } from '#tests/support/fault-portal'
import { aNewsroom } from '#tests/support/newsroom'
import { seededRandom } from '#tests/support/power-cut-disk'
import { barTimeoutMs, planOf, runBar } from './bars'
import type { Failpoint } from './failpoints'
import { type Opened, report } from './newsroom-report'

const killsPerWorkspace = 20
const fewestPlaces = 30
const openingLimitMs = 2_000

/** Everything the people of one workspace were told, and what they tried. */
interface Told {
  readonly drafts: Map<string, number>
  readonly stages: Map<string, { readonly stage: 'submitted' | 'approved'; readonly revision: string }>
  readonly pushed: Set<string>
  readonly confirmed: Set<string>
  readonly blobs: Set<string>
}

type Ending = { readonly failpoint: Failpoint } | { readonly afterMs: number }

/** One life of the newsroom: until its failpoint, or until so long after it opened. Resolves to what it found at its start, and whether it came by its failpoint. */
async function liveAndDie(
  script: string,
  directory: string,
  ending: Ending,
  told: Told,
  places: Set<string>,
) {
  const failpoint = 'failpoint' in ending ? ending.failpoint : null
  const blobs = [...told.blobs].slice(-8)
  const child = spawn(
    process.execPath,
    [script, directory, JSON.stringify(failpoint), JSON.stringify(blobs)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const exited = once(child, 'exit')
  let complaint = ''
  child.stderr.on('data', chunk => {
    complaint += chunk
  })
  // Who never comes by its failpoint is killed all the same.
  let killed = false
  const kill = () => {
    killed = true
    child.kill('SIGKILL')
  }
  let timer = setTimeout(kill, 20_000)
  let found: Opened | null = null
  for await (const line of createInterface({ input: child.stdout })) {
    const said = report.parse(JSON.parse(line))
    switch (said.kind) {
      case 'opened':
        found = said
        clearTimeout(timer)
        timer = setTimeout(kill, 'afterMs' in ending ? ending.afterMs : 1_500)
        break
      case 'place':
        places.add(said.name)
        break
      case 'saved':
        told.drafts.set(said.article, said.version)
        break
      case 'submitted':
      case 'approved':
        told.stages.set(said.article, { stage: said.kind, revision: said.revision })
        break
      case 'pushed':
        told.pushed.add(said.article)
        break
      case 'confirmed':
        told.confirmed.add(said.article)
        break
      case 'blob':
        told.blobs.add(said.hash)
        break
      case 'checkpoint':
        break
    }
  }
  clearTimeout(timer)
  await exited
  expect(complaint).toBe('')
  return { found, diedByItself: !killed }
}

/** Holds what a new process found against what the people had been told before it started. */
function check(found: Opened, told: Told): void {
  expect(found).toMatchObject({
    health: '{"kind":"writable"}',
    whole: true,
    missingBlobs: [],
    brokenSeals: [],
  })
  expect(found.cpuMs).toBeLessThan(openingLimitMs)
  const articles = new Map(found.articles.map(article => [article.id, article]))
  for (const [id, version] of told.drafts)
    expect(articles.get(id)?.draft, `draft of ${id}`).toBeGreaterThanOrEqual(version)
  for (const [id, { stage, revision }] of told.stages) {
    const article = articles.get(id)
    expect(article?.revision, `revision of ${id}`).toBe(revision)
    expect(stage === 'approved' ? ['approved'] : ['submitted', 'in-review', 'approved']).toContain(
      article?.stage,
    )
  }
  const jobs = new Map(found.jobs.map(job => [job.article, job.state]))
  for (const id of told.pushed) expect(jobs.get(id), `job of ${id}`).toBeDefined()
  for (const id of told.confirmed) expect(jobs.get(id)).toBe('done')
}

/** Readers saw each approved text exactly once, and nothing that was not approved. */
async function checkPortal(portal: FaultPortal, found: Opened, told: Told): Promise<void> {
  const ledger = await portal.ledger()
  const keys = ledger.map(({ article, sequence }) => `${article} ${sequence}`)
  expect(new Set(keys).size).toBe(keys.length)
  const approved = new Map(found.articles.map(({ id, stage, revision }) => [id, { stage, revision }]))
  for (const { article, revision } of ledger)
    expect(approved.get(article)).toEqual({ stage: 'approved', revision })
  for (const article of told.confirmed) expect(ledger.map(line => line.article)).toContain(article)
}

describe('R1 a newsroom killed at any moment', () => {
  it('loses nothing it acknowledged, leaves nothing half done, and readers see each text once', {
    timeout: barTimeoutMs,
  }, async () => {
    const script = await bundleScript('tests/reliability/children/newsroom-at-work.ts')
    const { seed, count } = planOf('R1')
    const places = new Set<string>()
    const died = new Set<string>()
    await runBar('R1', { seed, count }, async at => {
      const random = seededRandom(at)
      const portal = await startFaultPortal(hostEnvironment)
      const room = await aNewsroom()
      const { publishToken, adminToken } = portal.portal.credentials
      await room.ask('tri', 'portals.connect', { url: portal.url, name: 'Cổng', publishToken, adminToken })
      await room.close()
      const told: Told = {
        drafts: new Map(),
        stages: new Map(),
        pushed: new Set(),
        confirmed: new Set(),
        blobs: new Set(),
      }
      const kills = Math.min(killsPerWorkspace, count)
      for (let kill = 0; kill < kills; kill++) {
        // The first life shows which places there are.
        const known = [...places].sort()
        const place = known[Math.floor(random() * known.length)]
        const failpoint =
          kill % 2 === 1 && place !== undefined
            ? ({
                place,
                when: random() < 0.5 ? 'before' : 'after',
                nth: 1 + Math.floor(random() * 2),
              } as const)
            : null
        const ending = failpoint === null ? { afterMs: random() * 500 } : { failpoint }
        const before = structuredClone(told)
        const { found, diedByItself } = await liveAndDie(script, room.directory, ending, told, places)
        if (found !== null) check(found, before)
        if (failpoint !== null && diedByItself) died.add(`${failpoint.when} ${failpoint.place}`)
      }
      const before = structuredClone(told)
      const { found } = await liveAndDie(script, room.directory, { afterMs: 0 }, told, places)
      if (found === null) throw new Error('the newsroom did not open')
      check(found, before)
      await checkPortal(portal, found, before)
      await portal.down()
      return kills
    })
    expect(places.size).toBeGreaterThanOrEqual(fewestPlaces)
    console.log(`R1 ${places.size} places, died at ${died.size} named failpoints`)
    if (count >= 500) expect(died.size).toBeGreaterThanOrEqual(fewestPlaces)
  })
})
