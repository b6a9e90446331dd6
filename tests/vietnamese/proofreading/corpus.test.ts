import { describe, expect, it } from 'vitest'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { articleOf, readTexts, scoreClean, scoreSeeds } from '#tests/support/proofreading/corpus'

describe('the proofreader on its corpus', () => {
  it('raises fewer than one false alarm in 2,000 words', () => {
    const { words, alarms } = scoreClean(readTexts('clean.txt'))
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(Math.floor(words / 2_000))
  })

  it('finds at least 85 of 100 seeded errors, and 97 of 100 findings are right', () => {
    const { byClass, notes } = scoreSeeds()
    const sum = (key: 'found' | 'missed' | 'alarms') =>
      [...byClass.values()].reduce((all, tally) => all + tally[key], 0)
    const [found, missed, alarms] = [sum('found'), sum('missed'), sum('alarms')]
    expect(found / (found + missed), notes.join('\n')).toBeGreaterThanOrEqual(0.85)
    expect(found / (found + alarms), notes.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('reads 5,000 words in less than 300 ms once it is warm', () => {
    const lines = readTexts('clean.txt').flat()
    const long = [...lines, ...lines, ...lines].map((line, index) => `${line} Mục ${index}.`)
    proofread(articleOf(long.slice(0, 40)))
    const begun = process.cpuUsage()
    proofread(articleOf(long))
    // Processor time, because machines that test are shared; twice the bar, which proofread:score prints.
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1_000).toBeLessThan(600)
  })
})
