import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#common/vietnamese/fold'
import type { Passage } from '#main/search/passages'
import { parts } from '#main/search/passages'
import { rankOf } from '#main/search/rank'
import { SearchIndex } from '#main/search/search-index'
import { bruteForce } from '#tests/main/search/brute-force'

/** An index over texts by article; texts can be changed and noted again. */
async function indexOf(texts: Map<string, readonly Passage[]>, versions = new Map<string, number>()) {
  const index = await SearchIndex.open(
    null,
    async id => ({ version: versions.get(id) ?? 0, passages: texts.get(id) ?? [] }),
    0,
  )
  const numbers = [...texts.keys()]
  for (const [number, id] of numbers.entries()) index.note({ id, number, changed: 1, settled: true })
  while (await index.work());
  return { index, numbers }
}

async function find(texts: readonly (readonly Passage[])[], query: string): Promise<number[]> {
  const { index } = await indexOf(new Map(texts.map((passages, number) => [String(number), passages])))
  const ranks = await index.ranks(query)
  return [...ranks.keys()]
    .filter(number => ranks[number] !== 0)
    .sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0))
}

const body = (text: string): Passage[] => [{ part: 'body', text }]
const headline = (text: string): Passage[] => [{ part: 'headline', text }]

describe('what is found', () => {
  it('does not depend on marks, case, the place of the tone or the form of Unicode', async () => {
    const texts = [
      body('Xã Cẩm Yên hòa bình'),
      body('XÃ CẨM YÊN HOÀ BÌNH'),
      body('xã cẩm yên hòa bình'.normalize('NFD')),
    ]
    for (const query of [
      'cam yen',
      'Cẩm Yên',
      'cẩm yên'.normalize('NFD'),
      'hoa binh',
      'hoà bình',
      'hòa bình',
    ])
      expect(await find(texts, query), query).toHaveLength(3)
  })

  it('folds đ as well', async () => {
    expect(await find([body('Đông Trúc'), body('đường số 5')], 'dong truc')).toEqual([0])
    expect(await find([body('Đông Trúc'), body('đường số 5')], 'duong so')).toEqual([1])
  })

  it('are documents by their number, whatever stands between its parts', async () => {
    const texts = [body('Quyết định số 12/2026/QĐ-UBND'), body('12 hộ, năm 2026, QĐ của UBND')]
    expect(await find(texts, '12/2026/QĐ-UBND')).toEqual([0])
    expect(await find(texts, '12/2026/qd-ubnd')).toEqual([0])
    expect(await find([body('ngày 05/9/2026')], '5/9/2026')).toEqual([0])
  })

  it('are words that begin like the one still being typed, and only like that one', async () => {
    const texts = [body('cẩm yên'), body('cẩm xuyên'), body('cam kết')]
    expect(await find(texts, 'cẩm y')).toEqual([0])
    expect(await find(texts, 'cẩm y ')).toEqual([])
    expect(await find(texts, '"cẩm y"')).toEqual([])
  })

  it('are phrases between quotes', async () => {
    const texts = [body('nước sạch nông thôn'), body('sạch nước'), body('nước. Sạch sẽ')]
    expect(await find(texts, '"nước sạch"')).toEqual([0, 2])
    expect(await find(texts, '“nuoc sach”')).toEqual([0, 2])
  })

  it('never runs from one passage or article into the next', async () => {
    const split: Passage[] = [
      { part: 'headline', text: 'họp cẩm' },
      { part: 'body', text: 'yên tâm' },
    ]
    expect(await find([split, body('Cẩm'), body('Yên')], '"cẩm yên"')).toEqual([])
  })

  it('is nothing for a query without words, and nothing breaks on odd ones', async () => {
    for (const query of ['', '   ', '"', '""', '-/-', '\u0301', '“', 'zzz'.repeat(60), 'a '.repeat(100)])
      expect(await find([body('xã')], query), query).toEqual([])
  })
})

describe('what comes first', () => {
  it('is what stands together, then what is spelled so, then what stands in the headline', async () => {
    const texts = [
      body('cam kết cho người dân yên tâm'),
      body('cảm yến'),
      headline('Cấm yên'),
      body('xã Cẩm Yên'),
      headline('Xã Cẩm Yên'),
      body('cẩm nang cho bà con yên tâm'),
    ]
    expect(await find(texts, 'Cẩm Yên')).toEqual([4, 3, 2, 1, 5, 0])
  })

  it('is the whole word before one that only begins so', async () => {
    expect(await find([body('hoan nghênh'), body('hoa cúc'), body('hoà giải')], 'hoa')).toEqual([1, 2, 0])
  })
})

const syllable = fc.constantFrom(
  'cẩm',
  'cam',
  'Cấm',
  'yên',
  'yến',
  'hòa',
  'hoà',
  'đường',
  'duong',
  'số',
  '12',
  '012',
  'xã',
  'xa',
)
const text = fc.array(syllable, { maxLength: 7 }).map(words => words.join(' '))
const passages = fc
  .array(fc.record({ part: fc.constantFrom(...parts), text }), { maxLength: 5 })
  .map(found => found.sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part)))
const query = fc
  .tuple(
    fc.array(fc.oneof(syllable, fc.constantFrom('c', 'h', 'ye', '"cẩm yên"', '12/xã', 'du', '"xa')), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.boolean(),
  )
  .map(([words, closed]) => words.join(' ') + (closed ? ' ' : ''))

describe('the index', () => {
  it('agrees with a scan of every text, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(passages, { minLength: 1, maxLength: 8 }),
        fc.array(query, { minLength: 1, maxLength: 6 }),
        async (texts, queries) => {
          const { index } = await indexOf(new Map(texts.map((found, number) => [String(number), found])))
          for (const asked of queries) {
            const expected = texts.map(found => {
              const hit = bruteForce(found, asked)
              return hit === null ? 0 : rankOf(hit.together, hit.spelling, hit.weight)
            })
            expect([...(await index.ranks(asked))], asked).toEqual(expected)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('agrees with the scan where more words are known than a byte can tell apart', async () => {
    const onsets = ['c', 'ch', 'd', 'đ', 'h', 't', 'th', 'x']
    const rhymes = [
      'a',
      'á',
      'à',
      'ạ',
      'ă',
      'ắ',
      'â',
      'ấn',
      'an',
      'án',
      'ang',
      'ay',
      'o',
      'ó',
      'ơ',
      'ớ',
      'oa',
    ]
    const tails = ['', 'i', 'n', 'ng', 'u']
    const vocabulary = onsets.flatMap(onset =>
      rhymes.flatMap(rhyme => tails.map(tail => onset + rhyme + tail)),
    )
    const everyWord = body(vocabulary.join(' '))
    const word = fc.nat(vocabulary.length - 1).map(place => vocabulary[place] ?? '')
    const article = fc
      .array(fc.array(word, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 3 })
      .map(found => found.flatMap(words => body(words.join(' '))))
    /** Some words as they stand in an article, with marks or without, the last one cut or not. */
    const asked = fc.record({
      article: fc.nat(),
      place: fc.nat(),
      words: fc.integer({ min: 2, max: 4 }),
      letters: fc.integer({ min: 1, max: 9 }),
      folded: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 1, maxLength: 6 }),
        fc.array(asked, { minLength: 8, maxLength: 8 }),
        async (articles, questions) => {
          const texts = [everyWord, ...articles]
          const { index } = await indexOf(new Map(texts.map((found, number) => [String(number), found])))
          for (const { article: number, place, words, letters, folded } of questions) {
            const all = (texts[number % texts.length]?.[0]?.text ?? '').split(' ')
            const some = all.slice(place % all.length, (place % all.length) + words)
            const text = [...some.slice(0, -1), some.at(-1)?.slice(0, letters) ?? ''].join(' ')
            const question = folded ? fold(text) : text
            const expected = texts.map(found => {
              const hit = bruteForce(found, question)
              return hit === null ? 0 : rankOf(hit.together, hit.spelling, hit.weight)
            })
            expect([...(await index.ranks(question))], question).toEqual(expected)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('agrees with the scan after any changes, merged or not', async () => {
    const change = fc.record({ article: fc.nat(5), passages, flush: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), query, async (changes, asked) => {
        const texts = new Map<string, readonly Passage[]>(
          Array.from({ length: 6 }, (_, number) => [String(number), []]),
        )
        const versions = new Map<string, number>()
        const { index, numbers } = await indexOf(texts, versions)
        for (const [step, { article, passages: found, flush }] of changes.entries()) {
          texts.set(String(article), found)
          versions.set(String(article), step + 1)
          index.note({ id: String(article), number: article, changed: step + 2, settled: false })
          while (await index.work());
          if (flush) await index.flush()
        }
        const expected = numbers.map(id => {
          const hit = bruteForce(texts.get(id) ?? [], asked)
          return hit === null ? 0 : rankOf(hit.together, hit.spelling, hit.weight)
        })
        expect([...(await index.ranks(asked))]).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('says how far it is while it reads', async () => {
    const texts = new Map(Array.from({ length: 100 }, (_, number) => [String(number), body('xã')]))
    const index = await SearchIndex.open(null, async id => ({ version: 0, passages: texts.get(id) ?? [] }), 0)
    for (const number of texts.keys())
      index.note({ id: number, number: Number(number), changed: 1, settled: true })
    expect(index.progress()).toEqual({ done: 0, total: 100 })
    while (await index.work());
    expect(index.progress()).toBeNull()
  })
})
