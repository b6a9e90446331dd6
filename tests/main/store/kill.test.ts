import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { bundleScript } from '#tests/support/bundle-script'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { articleOne, hashOf, openSample } from './sample-store'

const kills = 20

interface Acknowledged {
  readonly editions: Map<string, number>
  draft: number
  lines: number
}

/** Runs the child until `afterMs` past its first word, kills it, and notes all it was told was safe. */
async function killAfter(
  script: string,
  directory: string,
  afterMs: number,
  noted: Acknowledged,
): Promise<void> {
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  let first = true
  for await (const line of createInterface({ input: child.stdout })) {
    if (first) setTimeout(() => child.kill('SIGKILL'), afterMs)
    first = false
    noted.lines++
    const [kind, a = '', b] = line.split(' ')
    if (kind === 'a') noted.editions.set(a, Number(b))
    if (kind === 'd') noted.draft = Number(a)
    expect(kind).not.toBe('busy')
  }
  await exited
}

describe('a process killed at any moment', () => {
  it(`${kills} times over loses nothing it acknowledged, and blocks no successor`, {
    timeout: 120_000,
  }, async () => {
    const script = await bundleScript('tests/main/store/children/committer.ts')
    const directory = await temporaryWorkspace()
    const noted: Acknowledged = { editions: new Map(), draft: 0, lines: 0 }
    for (let kill = 0; kill < kills; kill++)
      await killAfter(script, directory, 15 + ((kill * 37) % 120), noted)
    expect(noted.lines).toBeGreaterThan(kills * 5)

    const store = await openSample(directory, { epoch: 1_000 })
    expect(store.health).toEqual({ kind: 'writable' })
    for (const [writer, edition] of noted.editions) {
      const kept = store.get('articles', `w${writer}`)?.edition ?? 0
      expect(kept).toBeGreaterThanOrEqual(edition)
      const body = await store.blobs.read(hashOf(`Người viết ${writer}, bản ${kept}`))
      expect(Buffer.from(body).toString()).toBe(`Người viết ${writer}, bản ${kept}`)
    }
    const log = await store.drafts.open(articleOne)
    expect(log.version).toBeGreaterThanOrEqual(noted.draft)
    expect(log.recovery.filter(cut => cut.kind === 'damaged')).toEqual([])
    expect(await store.verify()).toMatchObject({ ok: true, records: store.head.sequence })
    await store.close()
  })
})
