import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Tone, tones } from '#common/vietnamese/syllables/letters'
import { isSyllable, parseSyllable } from '#common/vietnamese/syllables/parse-syllable'
import { placeTone, restyleTones, toneStyleOf, writeSyllable } from '#common/vietnamese/syllables/place-tone'
import { syllableTable } from '#common/vietnamese/syllables/syllable-table'

const stops = ['c', 'ch', 'p', 't']
const everySyllable: string[] = []
for (const [base, shape] of syllableTable) {
  const allowed: readonly Tone[] = stops.includes(shape.coda) ? ['sac', 'nang'] : tones
  for (const tone of allowed) everySyllable.push(writeSyllable(base, tone, 'old') ?? '')
}

describe('a syllable taken apart', () => {
  it.each([
    ['nghiêng', 'ngh', '', 'iê', 'ng', 'ngang'],
    ['Quyết', 'qu', 'u', 'yê', 't', 'sac'],
    ['quốc', 'qu', 'u', 'ô', 'c', 'sac'],
    ['gì', 'gi', '', 'i', '', 'huyen'],
    ['giếng', 'gi', '', 'iê', 'ng', 'sac'],
    ['giữa', 'gi', '', 'ưa', '', 'nga'],
    ['ỷ', '', '', 'y', '', 'hoi'],
    ['KHUỶU', 'kh', 'u', 'y', 'u', 'hoi'],
    ['yểng', '', '', 'yê', 'ng', 'hoi'],
    ['xoong', 'x', '', 'oo', 'ng', 'ngang'],
    ['hoà', 'h', 'o', 'a', '', 'huyen'],
  ])('%s is %s + %s + %s + %s, %s', (word, onset, glide, nucleus, coda, tone) => {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(parseSyllable(word.normalize(form))).toMatchObject({
        kind: 'syllable',
        syllable: { onset, glide, nucleus, coda, tone },
      })
    }
  })

  it.each([
    ['', 'not-letters'],
    ['2026', 'not-letters'],
    ['web', 'not-letters'],
    ['kha-na', 'not-letters'],
    ['nghành', 'no-such-syllable'],
    ['ceo', 'no-such-syllable'],
    ['iêu', 'no-such-syllable'],
    ['internet', 'no-such-syllable'],
    ['lýluận', 'two-tones'],
    ['đựơc', 'misplaced-tone'],
    ['tòan', 'misplaced-tone'],
    ['qúy', 'misplaced-tone'],
    ['hoc', 'stop-without-tone'],
    ['cảch', 'stop-without-tone'],
  ])('%s is none: %s', (word, why) => {
    expect(parseSyllable(word)).toEqual({ kind: 'not-syllable', why })
  })

  it('knows rare syllables from everyday ones', () => {
    const rarity = (word: string) => {
      const parsed = parseSyllable(word)
      return parsed.kind === 'syllable' ? parsed.syllable.rarity : parsed.why
    }
    expect(['buýt', 'khuỷu', 'pin', 'xẻng', 'noãn', 'kỳ', 'mỹ'].map(rarity)).toEqual(Array(7).fill('common'))
    expect(['pê', 'moay', 'khuâng', 'hoắm', 'nuỷ', 'dỹ'].map(rarity)).toEqual(Array(6).fill('rare'))
  })

  it('has the size of the language: 3,999 spellings, some 18,000 with tones', () => {
    expect(syllableTable.size).toBe(3_999)
    expect(everySyllable.length).toBeGreaterThan(17_000)
    expect(everySyllable.length).toBeLessThan(19_000)
    expect(new Set(everySyllable).size).toBe(everySyllable.length)
  })
})

describe('moving tones', () => {
  it('brings every syllable to the new style and back', () => {
    for (const word of everySyllable) {
      expect(isSyllable(word), word).toBe(true)
      const modern = placeTone(word, 'new')
      expect(isSyllable(modern), modern).toBe(true)
      expect(placeTone(modern, 'old')).toBe(word)
    }
  })

  it('differs in open oa, oe and uy only, never after q', () => {
    const different = everySyllable.filter(word => placeTone(word, 'new') !== word)
    const rimes = new Set(
      different.map(word => {
        const parsed = parseSyllable(word)
        return parsed.kind === 'syllable'
          ? parsed.syllable.glide + parsed.syllable.nucleus + parsed.syllable.coda
          : ''
      }),
    )
    expect([...rimes].sort()).toEqual(['oa', 'oe', 'uy'])
    expect(different.some(word => word.startsWith('q'))).toBe(false)
  })

  it('puts a tone on any wrong letter back to its place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everySyllable.filter(word => toneStyleOf(word) === null)),
        fc.nat(),
        fc.boolean(),
        (word, pick, upper) => {
          const decomposed = [...word.normalize('NFD')]
          const mark = decomposed.find(letter => '\u0300\u0309\u0303\u0301\u0323'.includes(letter))
          fc.pre(mark !== undefined)
          const letters = [
            ...decomposed
              .filter(letter => letter !== mark)
              .join('')
              .normalize('NFC'),
          ]
          const vowels = letters.flatMap((letter, index) => (/[aăâeêioôơuưy]/.test(letter) ? [index] : []))
          const at = vowels[pick % vowels.length] ?? 0
          const moved = letters
            .map((letter, index) => (index === at ? letter + mark : letter))
            .join('')
            .normalize('NFC')
          const cased = (text: string) => (upper ? text.toUpperCase() : text)
          expect(placeTone(cased(moved), 'old')).toBe(cased(word))
        },
      ),
      { numRuns: 2_000, seed: 30 },
    )
  })

  it.each([
    [
      'Thanh Hoá, thanh hoá, HOÀ BÌNH, thuỷ lợi, khoẻ',
      'old',
      'Thanh Hóa, thanh hóa, HÒA BÌNH, thủy lợi, khỏe',
    ],
    ['Ủy ban, hóa đơn, quý, ngoài, mùa', 'new', 'Uỷ ban, hoá đơn, quý, ngoài, mùa'],
    ['https://hoà.vn tòan thể', 'old', 'https://hòa.vn tòan thể'],
  ] as const)('writes “%s” in the %s style', (text, style, expected) => {
    expect(restyleTones(text, style)).toBe(expected)
  })

  it('keeps the names it is told to keep', () => {
    expect(restyleTones('Chị Thuý ở xã Thuỷ An', 'old', word => word === 'Thuý')).toBe(
      'Chị Thuý ở xã Thủy An',
    )
  })
})
