import { remembered } from '#common/vietnamese/remembered'
import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { letterSlips } from '#common/vietnamese/syllables/letter-slips'
import { parseSyllable, stripTones } from '#common/vietnamese/syllables/parse-syllable'
import { writeSyllable } from '#common/vietnamese/syllables/place-tone'
import { repairWord } from '#common/vietnamese/syllables/repair-word'
import { typedKeys } from '#common/vietnamese/syllables/typed-keys'
import { areNeighbours, type BlockText, isPartOfAnother, type Word } from '../block-text'
import { attestedTones } from '../data/hoi-nga'
import { loanWords } from '../data/loan-words'
import { unwrittenSyllables } from '../data/unwritten-syllables'
import type { Mark } from '../finding'
import { isName } from '../is-name'
import { isAttested, isWord, solidPairs } from '../known-words'
import { matches } from '../matches'

/** Words that the grammar of the Vietnamese syllable does not make, and hỏi or ngã where the language has only the other. */
export function syllables(block: BlockText, style: 'old' | 'new'): Mark[] {
  return [...block.words.flatMap((word, index) => judge(block, word, index, style)), ...vniKeys(block)]
}

/** Keys of VNI that stayed digits: ho65i, d9u7o75c. Codes and units have capitals, or make no syllable. */
function vniKeys({ text, opaque }: BlockText): Mark[] {
  if (!/\p{L}\d|\d\p{L}/u.test(text)) return []
  return matches(
    text,
    /(?<![\p{L}\p{N}./-])(?:(?=\p{Ll}*\d)[\p{Ll}\d]{4,9}|(?=\p{Lu}\p{Ll}+\d+\p{Ll})\p{Lu}[\p{Ll}\d]{3,8})(?![\p{L}\p{N}/-])/gu,
  ).flatMap(({ 0: found, index }) => {
    const meant = typedKeys(found.toLowerCase())
    const to = index + found.length
    // The word alone looks like a code; what it is a part of is an address, a mail or a hashtag.
    const isPart = opaque.some(
      range => range.from <= index && to <= range.to && range.to - range.from > found.length,
    )
    if (meant === null || isPart) return []
    return [
      {
        rule: 'not-a-syllable' as const,
        from: index,
        to,
        params: { found },
        fixes: [matchCase(meant, found)],
      },
    ]
  })
}

const vietnameseMark = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/

function judge(block: BlockText, word: Word, index: number, style: 'old' | 'new'): Mark[] {
  const { text } = block
  if (word.lower.length < 2) return []
  if (!vietnameseMark.test(word.lower))
    return isName(block, word, index) && !/(?:nhg|rng|hng)$/.test(word.lower)
      ? []
      : [...unwritten(word), ...unmarked(block, word, index)]
  if (isPartOfAnother(text, word)) return []
  const parsed = parseSyllable(word.lower)
  if (parsed.kind === 'syllable')
    return isName(block, word, index) ? [] : [...wrongTone(block, word, index), ...unwritten(word)]
  if (loanWords.has(word.lower) || isAcronym(word.text)) return []
  const repair = repairWord(word.text, style)
  const telephone = withoutF(word.lower)
  const typed = typedKeys(word.lower) ?? undoubled(word.lower) ?? telephone
  if (parsed.why === 'not-letters' && typed === null && (repair.kind === 'none' || repair.why !== 'leftover'))
    return []
  const at = { from: word.from, to: word.to, params: { found: word.text } }
  const name = isName(block, word, index)
  if (!name && typed !== null && (repair.kind === 'none' || repair.why === 'missing-space'))
    return [{ rule: 'not-a-syllable', ...at, fixes: [matchCase(typed, word.text)] }]
  if (repair.kind === 'none') {
    const slipped = name ? [] : slippedLetters(block, word, index)
    if (slipped.length > 0) return [{ rule: 'not-a-syllable', ...at, fixes: slipped }]
    const plain =
      !name &&
      word.text === word.lower &&
      word.text.length <= 7 &&
      (stripTones(word.lower)?.toneCount ?? 0) > 0
    return plain ? [{ rule: 'not-a-syllable', ...at }] : []
  }
  const fixes = repair.kind === 'one' ? [repair.word] : repair.words.slice(0, 5)
  if (repair.why === 'tone-place' || repair.why === 'doubled') return [{ rule: 'tone-place', ...at, fixes }]
  if (name) return []
  if (repair.why === 'missing-space') {
    // Loans written in one word: two syllables without tone are a foreign word oftener than a slip.
    const strong =
      (stripTones(word.lower)?.toneCount ?? 0) >= 2 || fixes.some(fix => solidPairs.has(fix.toLowerCase()))
    if (strong) return [{ rule: 'words-joined', ...at, fixes }]
    const slipped = slippedLetters(block, word, index)
    if (slipped.length > 0) return [{ rule: 'not-a-syllable', ...at, fixes: slipped }]
    const run = fixes.filter(isTwoWords)
    return run.length > 0 ? [{ rule: 'words-joined', ...at, fixes: run }] : []
  }
  return [{ rule: 'not-a-syllable', ...at, fixes }]
}

/** khôgn, đuă, chưua: syllables of the language one slip of the fingers away, those first that make a word with a neighbour. */
function slippedLetters(block: BlockText, word: Word, index: number): string[] {
  const found = letterSlips(word.lower).filter(isAttested)
  const fitting = found.filter(one => fits(block, one, index))
  return [...new Set([...fitting, ...found])].slice(0, 5).map(one => matchCase(one, word.text))
}

/** Whether the syllable would make a word with what stands before or after. */
function fits({ words, text }: BlockText, syllable: string, index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]]
  if (word === undefined) return false
  return (
    (before !== undefined && areNeighbours(text, before, word) && isWord(`${before.lower} ${syllable}`)) ||
    (after !== undefined && areNeighbours(text, word, after) && isWord(`${syllable} ${after.lower}`))
  )
}

/** trênkênh: two syllables of the language of three letters or more, each with a mark; loans in one word have parts without. */
function isTwoWords(pair: string): boolean {
  return pair
    .toLowerCase()
    .split(' ')
    .every(half => half.length >= 3 && vietnameseMark.test(half) && isAttested(half))
}

/** Ends and rows of letters that neither Vietnamese nor English has: torng, khaoi, Phonhg. */
const jumbled = /rng$|nhg$|hng$|[aeou]hn$|aoi|^(?:hn|hk|ht|hp|gn|nt)\p{Ll}/u

/** thoon, xanhh, tinn: keys of Telex that stayed letters, among Vietnamese words; English among them is left alone. */
function unmarked(block: BlockText, word: Word, index: number): Mark[] {
  if (isUpper(word.text) || word.text.length < 3 || word.text.length > 9 || loanWords.has(word.lower))
    return []
  if (parseSyllable(word.lower).kind === 'syllable') return []
  const { words, text } = block
  const near = words.slice(Math.max(0, index - 3), index + 4).filter(other => other !== word)
  const beside = [words[index - 1], words[index + 1]].filter(
    other => other !== undefined && (areNeighbours(text, other, word) || areNeighbours(text, word, other)),
  )
  const isAmongOurs =
    near.some(other => vietnameseMark.test(other.lower)) &&
    beside.every(other => other === undefined || parseSyllable(other.lower).kind === 'syllable')
  if (!isAmongOurs) return []
  const meant = undoubled(word.lower) ?? typedKeys(word.lower) ?? swapped(word.lower)
  const slipped = meant === null ? slippedLetters(block, word, index) : []
  const isSure = jumbled.test(word.lower) || slipped.some(one => fits(block, one.toLowerCase(), index))
  const fixes = meant === null ? (isSure ? slipped : []) : [matchCase(meant, word.text)]
  if (fixes.length === 0) return []
  return [{ rule: 'not-a-syllable', from: word.from, to: word.to, params: { found: word.text }, fixes }]
}

/** Two keys struck in the wrong order, where only one syllable comes of it: hco, gih, ngya. */
function swapped(word: string): string | null {
  const found = new Set<string>()
  for (let at = 0; at < word.length - 1; at += 1) {
    const other = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    if (parseSyllable(other).kind === 'syllable' && isAttested(other)) found.add(other)
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/** As in messages on the telephone: fí, fẩm. */
function withoutF(word: string): string | null {
  const spelt = word.replace(/^f/u, 'ph')
  return spelt !== word && parseSyllable(spelt).kind === 'syllable' ? spelt : null
}

/** A key held too long: khônng, anhh. Doubled vowels and dd are keys of Telex. */
function undoubled(word: string): string | null {
  const single = word.replace(/([^adeo])\1/u, '$1')
  return single !== word && parseSyllable(single).kind === 'syllable' ? single : null
}

/** ĐVTN, HĐND, BCĐ: capitals, no tone. */
function isAcronym(word: string): boolean {
  return isUpper(word) && (stripTones(word)?.toneCount ?? 0) === 0
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase()
}

/** xau, trộm as chộm, nợi: the letters make a syllable, the language has no such word. */
function unwritten(word: Word): Mark[] {
  const right = unwrittenSyllables.get(word.lower) ?? withoutY(word.lower)
  if (right === undefined || (word.text !== word.lower && isUpper(word.text))) return []
  const fix = matchCase(right, word.text)
  const params = { found: word.text, right: fix }
  return [{ rule: 'unwritten-syllable', from: word.from, to: word.to, params, fixes: [fix] }]
}

const iOf: Readonly<Record<string, string>> = { ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }

/** ýt: before a consonant and without ê the vowel is written i. */
function withoutY(word: string): string | undefined {
  const found = /^([ýỳỷỹỵ])(?:t|n|nh|c|ch|m|p)$/u.exec(word)?.[1]
  return found === undefined ? undefined : word.replace(found, iOf[found] ?? found)
}

/** The syllable with hỏi for ngã, or the other way, where the language has only that. */
const otherToneOf = remembered((written): string | null => {
  const stripped = stripTones(written)
  if (stripped === null || (stripped.tone !== 'hoi' && stripped.tone !== 'nga')) return null
  const attested = attestedTones.get(stripped.base)
  if (attested === undefined || attested === stripped.tone) return null
  return writeSyllable(stripped.base, attested, 'old')
})

function wrongTone(block: BlockText, word: Word, index: number): Mark[] {
  const right = otherToneOf(word.lower)
  if (right === null) return []
  const fix = matchCase(right, word.text)
  const next = block.words[index + 1]
  if (next !== undefined && next.lower === word.lower) return []
  return [
    { rule: 'hoi-nga', from: word.from, to: word.to, params: { found: word.text, right: fix }, fixes: [fix] },
  ]
}
