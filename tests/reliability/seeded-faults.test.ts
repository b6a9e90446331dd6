import { spawnSync } from 'node:child_process'
import type { Plugin } from 'vite'
import { describe, expect, it } from 'vitest'
import { bundleScript } from '#tests/support/bundle-script'
import { type SeededFault, seededFaults } from './seeded-faults'

/** Changes the one place; says so when the place is no longer there, so that no fault is ever seeded into nothing. */
function seed({ module, find, replace }: SeededFault, seen: { count: number }): Plugin {
  return {
    name: 'seeded-fault',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(`/main/${module}`)) return undefined
      seen.count = code.split(find).length - 1
      return code.replace(find, () => replace)
    },
  }
}

function play(script: string, { bar, rounds }: Pick<SeededFault, 'bar' | 'rounds'>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, bar, String(rounds)], {
    encoding: 'utf8',
    timeout: limitMs,
    // It is no test: what it leaves behind it cleans up itself.
    env: { ...process.env, VITEST: undefined },
  })
  return { status, said: stdout + stderr }
}

/** A bundle, a WordPress and some rounds on it. */
const limitMs = 600_000

/** A real WordPress takes a minute a fault: those are the nightly run's. */
const played = seededFaults.filter(({ bar }) => bar !== 'Q3' || process.env.RELIABILITY_FULL !== undefined)

describe('the bars turn red when', () => {
  it.each(played.map(fault => [`${fault.name} (${fault.bar})`, fault] as const))(
    '%s',
    { timeout: limitMs + 30_000 },
    async (_, fault) => {
      const seen = { count: 0 }
      const script = await bundleScript('tests/reliability/bar-process.ts', [seed(fault, seen)])
      expect(seen.count, `${fault.module} no longer has exactly one: ${fault.find}`).toBe(1)
      const { status, said } = play(script, fault)
      expect(said).toContain(`${fault.bar} is red`)
      expect(status).toBe(1)
    },
  )

  it('and only then: without a fault the same rounds are green', { timeout: 180_000 }, async () => {
    const script = await bundleScript('tests/reliability/bar-process.ts')
    for (const bar of new Set(seededFaults.map(fault => fault.bar).filter(bar => bar !== 'Q3')))
      expect(play(script, { bar, rounds: 5 })).toEqual({ status: 0, said: '' })
  })
})
