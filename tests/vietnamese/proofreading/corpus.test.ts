import { describe, expect, it } from 'vitest'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { articleOf, readTexts, scoreClean, scoreSeeds, sumOf } from '#tests/support/proofreading/corpus'
import { scoreHeldOutClean, scoreHeldOutSeeds } from '#tests/support/proofreading/held-out'

describe('the proofreader on its corpus', () => {
  it.each([
    ['known', () => scoreClean(readTexts('clean.txt'))],
    ['held-out', () => scoreHeldOutClean('held-out.txt')],
    ['unseen', () => scoreHeldOutClean('unseen.txt')],
    ['third', () => scoreHeldOutClean('third.txt')],
    ['fourth', () => scoreHeldOutClean('fourth.txt')],
    ['fifth', () => scoreHeldOutClean('fifth.txt')],
    ['sixth', () => scoreHeldOutClean('sixth.txt')],
    ['seventh', () => scoreHeldOutClean('seventh.txt')],
  ])('raises fewer than one false alarm in 2,000 words of the %s half', (_half, score) => {
    const { words, alarms } = score()
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(Math.floor(words / 2_000))
  })

  it.each([
    ['known', scoreSeeds],
    ['held-out', () => scoreHeldOutSeeds('held-out.txt')],
    ['unseen', () => scoreHeldOutSeeds('unseen.txt')],
    ['third', () => scoreHeldOutSeeds('third.txt')],
    ['fourth', () => scoreHeldOutSeeds('fourth.txt')],
    ['fifth', () => scoreHeldOutSeeds('fifth.txt')],
    ['sixth', () => scoreHeldOutSeeds('sixth.txt')],
    ['seventh', () => scoreHeldOutSeeds('seventh.txt')],
  ])('finds at least 85 of 100 errors of the %s half, and 97 of 100 findings are right', (_half, score) => {
    const seeds = score()
    const { found, missed, alarms } = sumOf(seeds)
    expect(found / (found + missed), seeds.notes.join('\n')).toBeGreaterThanOrEqual(0.85)
    expect(found / (found + alarms), seeds.notes.join('\n')).toBeGreaterThanOrEqual(0.97)
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
