import { describe, expect, it } from 'vitest'
import { encodeLegacy } from '#common/vietnamese/encodings/convert'
import { detectLegacy } from '#common/vietnamese/encodings/detect-legacy'
import { foreignSentences } from './foreign-sentences'
import { vietnameseSentences } from './vietnamese-sentences'

/** Every stretch of 3 to 12 words, each second start; at least 12 characters as a paste must have. */
function fragmentsOf(sentences: readonly string[], step = 2): string[] {
  return sentences.flatMap(sentence => {
    const words = sentence.split(' ')
    return [3, 5, 8, 12].flatMap(length =>
      words.flatMap((_, start) => {
        if (start % step !== 0 || start + length > words.length) return []
        const fragment = words.slice(start, start + length).join(' ')
        return fragment.length >= 12 ? [fragment] : []
      }),
    )
  })
}
const cases = {
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  mixed: (text: string) => text,
}
const fragments = fragmentsOf(vietnameseSentences)

describe('detection', () => {
  it('names the encoding of at least 99 of 100 fragments, in lower case, capitals and mixed', () => {
    const wrong: string[] = []
    let count = 0
    for (const encoding of ['tcvn3', 'vni'] as const) {
      for (const [name, cased] of Object.entries(cases)) {
        for (const fragment of fragments) {
          const text = encodeLegacy(cased(fragment), encoding)
          if (text === cased(fragment)) continue
          count += 1
          const found = detectLegacy([[{ text }]])
          if (found.length === 0 || found.some(finding => finding.encoding !== encoding))
            wrong.push(`${encoding} ${name}: ${fragment} = ${text}`)
        }
      }
    }
    expect(count).toBeGreaterThan(2_000)
    expect(1 - wrong.length / count, wrong.slice(0, 40).join('\n')).toBeGreaterThanOrEqual(0.99)
  })

  it('touches no Unicode Vietnamese', () => {
    for (const cased of Object.values(cases)) {
      for (const fragment of fragmentsOf(vietnameseSentences, 1)) {
        expect(detectLegacy([[{ text: cased(fragment) }]]), fragment).toEqual([])
        expect(detectLegacy([[{ text: cased(fragment), font: '.VnTime' }]]), fragment).toEqual([])
        expect(detectLegacy([[{ text: cased(fragment).normalize('NFD') }]]), fragment).toEqual([])
      }
    }
  })

  it.each(Object.entries(foreignSentences))('touches no %s', (_, sentences) => {
    for (const cased of Object.values(cases)) {
      for (const fragment of [...sentences, ...fragmentsOf(sentences, 1)]) {
        expect(detectLegacy([[{ text: cased(fragment) }]]), fragment).toEqual([])
        expect(detectLegacy([[{ text: cased(fragment).normalize('NFD') }]]), fragment).toEqual([])
      }
    }
  })
})
