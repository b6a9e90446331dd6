import { expect, it } from 'vitest'
import { chips } from '#common/domain/chip'
import { createCatalogues } from '#renderer/text/catalogues.ts'
import { toneOfChip } from '#renderer/ui/tone.ts'

it.each(['vi', 'en'] as const)('gives every chip words of its own in %s', language => {
  const t = createCatalogues(language).getFixedT(language)
  const words = chips.map(chip => t(`chips.${chip}`))
  expect(new Set(words).size).toBe(chips.length)
  for (const word of words) expect(word).not.toContain('chips.')
})

it('keeps red for what needs a hand and amber for what came back', () => {
  const withTone = (tone: string) => chips.filter(chip => toneOfChip[chip] === tone)
  expect(withTone('trouble')).toEqual(['attention'])
  expect(withTone('amber')).toEqual(['returned'])
})
