import { fold } from '#common/vietnamese/fold'
import { type Passage, parts } from '#main/search/passages'

/** The rules of docs/search.md once more, slowly and without an index: what the index has to agree with. */
interface Word {
  readonly folded: string
  readonly spelled: string
}
interface Wanted extends Word {
  readonly open: boolean
  /** Number of the phrase it belongs to; words of different phrases may stand apart. */
  readonly phrase: number
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

function words(text: string): Word[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    .map(raw => {
      const apart = raw.toLowerCase().normalize('NFD')
      const tone = apart.match(tones)?.[0] ?? ''
      return {
        folded: fold(raw).replace(/^0+(?=\d)/, ''),
        spelled: apart.replace(tones, '').normalize('NFC') + tone,
      }
    })
    .filter(({ folded }) => folded !== '')
}

function wantedOf(query: string): Wanted[] {
  const chunks = query.split(/("[^"]*"?|\s+)/).filter(chunk => chunk.trim() !== '')
  const endsOpen = !/[\s"]$/.test(query) && (query.match(/"/g) ?? []).length % 2 === 0
  return chunks.flatMap((chunk, phrase) =>
    words(chunk).map((word, index, all) => ({
      ...word,
      phrase,
      open: endsOpen && phrase === chunks.length - 1 && index === all.length - 1,
    })),
  )
}

function level(wanted: Wanted, word: Word): number {
  const marked = wanted.spelled !== wanted.folded
  if (word.spelled === wanted.spelled && word.folded === wanted.folded) return 3
  if (word.folded === wanted.folded) return marked ? 1 : 2
  if (!wanted.open || !word.folded.startsWith(wanted.folded)) return -1
  const tone = wanted.spelled.match(/[\u0300\u0301\u0303\u0309\u0323]$/)?.[0] ?? ''
  const letters = tone === '' ? wanted.spelled : wanted.spelled.slice(0, -1)
  if (!word.spelled.startsWith(letters) || !word.spelled.endsWith(tone)) return 0
  return marked ? 2 : 1
}

export interface BruteHit {
  readonly together: number
  readonly spelling: number
  readonly weight: number
}

/** Null when the article is not found. */
export function bruteForce(passages: readonly Passage[], query: string): BruteHit | null {
  const wanted = wantedOf(query)
  if (wanted.length === 0) return null
  const texts = passages.map(({ part, text }) => ({ part, words: words(text) }))
  const everywhere = texts.flatMap(text => text.words)
  const bestOf = wanted.map(one => Math.max(-1, ...everywhere.map(word => level(one, word))))
  if (bestOf.includes(-1)) return null
  const runs = texts.flatMap(({ part, words: text }) =>
    text.flatMap((_, place) => wanted.map((_wanted, first) => ({ part, ...runFrom(text, place, first) }))),
  )
  function runFrom(text: readonly Word[], place: number, first: number) {
    const levels: number[] = []
    for (let step = 0; ; step++) {
      const [one, word] = [wanted[first + step], text[place + step]]
      const found = one === undefined || word === undefined ? -1 : level(one, word)
      if (found < 0) return { first, levels }
      levels.push(found)
    }
  }
  const phrases = new Map<number, number[]>()
  for (const [index, { phrase }] of wanted.entries())
    phrases.set(phrase, [...(phrases.get(phrase) ?? []), index])
  for (const members of phrases.values()) {
    const stands = runs.some(run => run.first === members[0] && run.levels.length >= members.length)
    if (!stands) return null
  }
  const hits = runs
    .filter(run => run.levels.length > 0)
    .map(({ part, levels }) => ({
      together: levels.length,
      spelling: (levels.length === wanted.length ? levels : bestOf).reduce((sum, one) => sum + one, 0),
      weight: parts.length - 1 - parts.indexOf(part),
    }))
  return hits.reduce((best, hit) => (compare(hit, best) > 0 ? hit : best))
}

function compare(a: BruteHit, b: BruteHit): number {
  return a.together - b.together || a.spelling - b.spelling || a.weight - b.weight
}
