import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSyllable } from '#common/vietnamese/syllables/parse-syllable'
import { repairWord } from '#common/vietnamese/syllables/repair-word'

describe('repairing a word', () => {
  it.each([
    ['tòan', 'toàn', 'tone-place'],
    ['đựơc', 'được', 'tone-place'],
    ['qúy', 'quý', 'tone-place'],
    ['ngừơi', 'người', 'tone-place'],
    ['cuả', 'của', 'tone-place'],
    ['TÒAN', 'TOÀN', 'tone-place'],
    ['Nghành', 'Ngành', 'spelling'],
    ['ngề', 'nghề', 'spelling'],
    ['đuợc', 'được', 'spelling'],
    ['nguời', 'người', 'spelling'],
    ['tiéng', 'tiếng', 'spelling'],
    ['cỉ', 'kỉ', 'spelling'],
    ['hòà', 'hòa', 'doubled'],
    ['đượợc', 'được', 'doubled'],
    ['trườngg', 'trường', 'doubled'],
    ['côngg', 'công', 'leftover'],
    ['trươngf', 'trường', 'leftover'],
    ['thànhj', 'thành', 'leftover'],
    ['lýluận', 'lý luận', 'missing-space'],
    ['côngtác', 'công tác', 'missing-space'],
    ['Hộinghị', 'Hội nghị', 'missing-space'],
    ['HỘINGHỊ', 'HỘI NGHỊ', 'missing-space'],
  ])('%s was meant as %s (%s)', (wrong, right, why) => {
    expect(repairWord(wrong)).toEqual({ kind: 'one', word: right, why })
  })

  it('asks where two words fit', () => {
    expect(repairWord('đươc')).toEqual({ kind: 'several', words: ['được', 'đước'], why: 'tone-missing' })
    expect(repairWord('muón')).toMatchObject({ kind: 'several', why: 'spelling' })
  })

  it.each(['được', 'hoà', 'hòa', 'menu', 'logo', 'internet', 'club', 'UBND', '2026', 'Krông', 'e-mail', ''])(
    'leaves “%s” alone',
    word => {
      expect(repairWord(word)).toEqual({ kind: 'none' })
    },
  )

  it('offers only words that are right, and the same ones each time', () => {
    const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạờởữự']
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(word, text => {
        const repair = repairWord(text)
        expect(repairWord(text)).toEqual(repair)
        const words = repair.kind === 'one' ? [repair.word] : repair.kind === 'several' ? repair.words : []
        for (const part of words.flatMap(one => one.split(' '))) expect(isSyllable(part), part).toBe(true)
      }),
      { numRuns: 3_000, seed: 6 },
    )
  })
})
