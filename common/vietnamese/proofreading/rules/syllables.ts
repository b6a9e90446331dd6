import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { stripTones } from '#common/vietnamese/syllables/parse-syllable'
import { placeTone, writeSyllable } from '#common/vietnamese/syllables/place-tone'
import { repairWord } from '#common/vietnamese/syllables/repair-word'
import type { BlockText, Word } from '../block-text'
import { areNeighbours } from '../block-text'
import { attestedTones } from '../data/hoi-nga'
import { loanWords } from '../data/loan-words'
import { unwrittenSyllables } from '../data/unwritten-syllables'
import type { Mark } from '../finding'
import { readSyllable } from '../remember-syllables'
import { solidPairs } from './compounds'

/** Words that the grammar of the Vietnamese syllable does not make, and hỏi or ngã where the language has only the other. */
export function syllables(block: BlockText, style: 'old' | 'new'): Mark[] {
  return block.words.flatMap((word, index) => judge(block, word, index, style))
}

const vietnameseMark = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/

function judge(block: BlockText, word: Word, index: number, style: 'old' | 'new'): Mark[] {
  const { text } = block
  if (word.lower.length < 2) return []
  if (!vietnameseMark.test(word.lower))
    return isName(block, word, index) ? [] : [...unwritten(word), ...unmarked(block, word, index)]
  // Parts of ô-tô, M’Nông, Bru–Vân are no words of their own.
  if (/[-’'‑·]/.test(text.charAt(word.from - 1)) || /[-’'‑·]\p{L}/u.test(text.slice(word.to, word.to + 2)))
    return []
  const parsed = readSyllable(word.lower)
  if (parsed.kind === 'syllable')
    return isName(block, word, index) ? [] : [...wrongTone(block, word, index), ...unwritten(word)]
  if (loanWords.has(word.lower) || isAcronym(word.text)) return []
  const repair = repairWord(
    word.text.toLowerCase() === word.text || isUpper(word.text) ? word.text : word.text,
    style,
  )
  if (parsed.why === 'not-letters' && (repair.kind === 'none' || repair.why !== 'leftover')) return []
  const at = { from: word.from, to: word.to, params: { found: word.text } }
  const name = isName(block, word, index)
  if (repair.kind === 'none') {
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
    return strong ? [{ rule: 'words-joined', ...at, fixes }] : []
  }
  return [{ rule: 'not-a-syllable', ...at, fixes }]
}

/** thoon, xanhh, tinn: keys of Telex that stayed letters, among Vietnamese words; English among them is left alone. */
function unmarked({ words, text }: BlockText, word: Word, index: number): Mark[] {
  const [before, after] = [words[index - 1], words[index + 1]]
  const beside = [
    before !== undefined && areNeighbours(text, before, word) ? before.lower : null,
    after !== undefined && areNeighbours(text, word, after) ? after.lower : null,
  ].filter(other => other !== null)
  const isAmongOurs =
    beside.some(other => vietnameseMark.test(other)) &&
    beside.every(other => readSyllable(other).kind === 'syllable')
  if (!isAmongOurs || word.text !== word.lower || word.text.length > 7 || loanWords.has(word.lower)) return []
  if (readSyllable(word.lower).kind === 'syllable') return []
  const fixes = [word.lower.replace(/(.)\1$/u, '$1'), telex(word.lower)].filter(
    fix => fix !== word.lower && readSyllable(fix).kind === 'syllable',
  )
  return fixes.length === 0
    ? []
    : [{ rule: 'not-a-syllable', from: word.from, to: word.to, params: { found: word.text }, fixes }]
}

/** The marks that Telex would have put on a doubled vowel and w. */
function telex(word: string): string {
  return word
    .replace('uow', 'ươ')
    .replace('dd', 'đ')
    .replace('aa', 'â')
    .replace('ee', 'ê')
    .replace('oo', 'ô')
    .replace('aw', 'ă')
    .replace('ow', 'ơ')
    .replace('uw', 'ư')
}

/** ĐVTN, HĐND, BCĐ: capitals, no tone. */
function isAcronym(word: string): boolean {
  return isUpper(word) && (stripTones(word)?.toneCount ?? 0) === 0
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase()
}

/** A capitalised word that is, or stands beside, a name. */
export function isName(block: BlockText, word: Word, index: number): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word.text)) return false
  const { words, text } = block
  const before = words[index - 1]
  const after = words[index + 1]
  const capitalAfter = after !== undefined && areNeighbours(text, word, after) && /^\p{Lu}/u.test(after.text)
  if (before === undefined || !areNeighbours(text, before, word)) {
    // Begins a sentence or follows a mark.
    return capitalAfter && !solidPairs.has(`${word.lower} ${after.lower}`)
  }
  // Inside a sentence every capital is a name.
  return true
}

/** xau, trộm as chộm, nợi: the letters make a syllable, the language has no such word. */
function unwritten(word: Word): Mark[] {
  const right = unwrittenSyllables.get(word.lower)
  if (right === undefined || (word.text !== word.lower && isUpper(word.text))) return []
  const fix = matchCase(right, word.text)
  const params = { found: word.text, right: fix }
  return [{ rule: 'unwritten-syllable', from: word.from, to: word.to, params, fixes: [fix] }]
}

function wrongTone(block: BlockText, word: Word, index: number): Mark[] {
  const stripped = stripTones(word.lower)
  if (stripped === null || (stripped.tone !== 'hoi' && stripped.tone !== 'nga')) return []
  const attested = attestedTones.get(stripped.base)
  if (attested === undefined || attested === stripped.tone) return []
  const other = writeSyllable(stripped.base, attested, 'old')
  if (other === null) return []
  // Tone style as written: thủy or thuỷ.
  const fix = matchCase(placeTone(other, 'old'), word.text)
  const next = block.words[index + 1]
  if (next !== undefined && next.lower === word.lower) return []
  return [
    { rule: 'hoi-nga', from: word.from, to: word.to, params: { found: word.text, right: fix }, fixes: [fix] },
  ]
}
