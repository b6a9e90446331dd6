import { describe, expect, it } from 'vitest'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { articleOf, readTexts, scoreClean, scoreSeeds, sumOf } from '#tests/support/proofreading/corpus'
import {
  cleanFiles,
  heldOutFiles,
  scoreHeldOutClean,
  scoreHeldOutSeeds,
} from '#tests/support/proofreading/held-out'

describe('the proofreader on its corpus', () => {
  it.each([
    ['clean.txt', () => scoreClean(readTexts('clean.txt'))] as const,
    ...[...heldOutFiles, ...cleanFiles].map(file => [file, () => scoreHeldOutClean(file)] as const),
  ])('raises fewer than one false alarm in 2,000 words of %s', (_file, score) => {
    const { words, alarms } = score()
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(Math.floor(words / 2_000))
  })

  it.each([
    ['seeds.txt', scoreSeeds] as const,
    ...heldOutFiles.map(file => [file, () => scoreHeldOutSeeds(file)] as const),
  ])('finds at least 85 of 100 errors of %s, and 97 of 100 findings are right', (_file, score) => {
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
