import { remembered } from '../remembered'
import { placeTone } from '../syllables/place-tone'
import { attestedSyllables, boundSyllables } from './data/attested-syllables'
import { commonPairs, fieldSet } from './data/common-pairs'
import { everydayPairs, freeWords } from './data/everyday-words'
import { plainSyllables } from './data/plain-syllables'
import { solidCompounds } from './data/solid-compounds'
import { keyOf } from './slips'

/* What the packs of words know, turned round for the rules: by syllable, by sound. */

/** Words somebody may have meant, and words that are right as they stand. */
const meantPairs: ReadonlySet<string> = new Set([...solidCompounds, ...commonPairs])

/** Whether two syllables make a word that the packs know. */
export const isWord = (pair: string): boolean => meantPairs.has(pair) || everydayPairs.has(pair)

/** Words of the fields of life alone: many of them are said of two words that also meet others. */
export const isField = (pair: string): boolean => fieldSet.has(pair)

export const solidPairs: ReadonlySet<string> = new Set(solidCompounds)

/** Words that stand beside any other. */
export const neverSlips: ReadonlySet<string> = new Set(
  'cả các của và là thì mà có không được bị cho với ở tại từ đến để đã đang sẽ vẫn cũng mỗi mọi này đó kia nào ai gì tôi ta họ ông bà anh chị em con cháu một hai ba bốn tư năm sáu bảy tám chín mười mươi trăm nghìn rất quá hơn như khi nếu vì do bởi nên hay hoặc nhưng còn chỉ đều ra vào lên xuống đi lại qua xã thôn từng trước sau nữa ngay cùng theo trên dưới trong ngoài thật ấy hết về'.split(
    ' ',
  ),
)

/** Syllables that begin, and that end, a word of two. */
export const starters = new Set<string>()
export const enders = new Set<string>()
for (const pairs of [meantPairs, everydayPairs])
  for (const pair of pairs) {
    const [first = '', second = ''] = pair.split(' ')
    starters.add(first)
    enders.add(second)
  }

const seconds = new Map<string, string[]>()
const firsts = new Map<string, string[]>()
const byKey = new Map<string, string[]>()
for (const pair of meantPairs) {
  const [first = '', second = ''] = pair.split(' ')
  add(seconds, first, second)
  add(firsts, second, first)
  add(byKey, `${keyOf(first)} ${keyOf(second)}`, pair)
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** What may stand behind a syllable. */
export const secondsOf = (first: string): readonly string[] => seconds.get(first) ?? []
/** What may stand before a syllable. */
export const firstsOf = (second: string): readonly string[] => firsts.get(second) ?? []
/** Words that sound like these two syllables. */
export const soundingLike = (left: string, right: string): readonly string[] =>
  byKey.get(`${keyOf(left)} ${keyOf(right)}`) ?? []

interface SyllableFacts {
  readonly isAttested: boolean
  readonly isBound: boolean
}

/** Several rules ask of every word, and a text has few different ones. */
const factsOf = remembered((syllable): SyllableFacts => {
  const old = placeTone(syllable, 'old')
  const isAlone = [freeWords, neverSlips, plainSyllables].some(known => known.has(syllable))
  return {
    isAttested: attestedSyllables.has(old) || isAlone || starters.has(syllable) || enders.has(syllable),
    isBound: boundSyllables.has(old) && !isAlone,
  }
})

/** Whether some Vietnamese word has the syllable, in either tone style. */
export const isAttested = (syllable: string): boolean => factsOf(syllable).isAttested

/** Whether the syllable is no word alone: it stands beside a syllable with which it makes one. */
export const isBound = (syllable: string): boolean => factsOf(syllable).isBound

/** Attested syllables by their sound. */
const syllablesByKey = new Map<string, string[]>()
for (const syllable of attestedSyllables) add(syllablesByKey, keyOf(syllable), syllable)

/** Attested syllables that speech may take for this one. */
export const syllablesLike = (syllable: string): readonly string[] =>
  syllablesByKey.get(keyOf(syllable)) ?? []
