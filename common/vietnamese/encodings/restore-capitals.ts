import type { WordChange } from './legacy-finding'

export interface DecodedChange extends WordChange {
  /** The word stands in a font that draws small letters as capitals (.VnTimeH). */
  readonly capitals: boolean
}

/**
 * TCVN3 has no capitals with tones. They are restored by the rules: all of a word in an H font; a word whose other
 * letters are capitals; a word with one capital or none between words in capitals; the first word after a full stop in a
 * text that has capitals. The last two are marked as guessed.
 */
export function restoreCapitals(text: string, changes: readonly DecodedChange[]): WordChange[] {
  const shapes = changes.map(({ before }) => caseOf(before))
  const hasCapitals = /[A-Z]/.test(text)
  return changes.map(({ capitals, ...change }, index) => {
    const shape = shapes[index]
    if (capitals || shape === 'capitals') return { ...change, after: change.after.toUpperCase() }
    if ((shape === 'one-capital' || shape === 'none') && betweenCapitals(text, change)) {
      return { ...change, after: change.after.toUpperCase(), guessed: true }
    }
    if (lacksCapital(change.before) && hasCapitals && /[.!?…]["”’)]?\s+$/.test(text.slice(0, change.from))) {
      return { ...change, after: change.after.charAt(0).toUpperCase() + change.after.slice(1), guessed: true }
    }
    return shape === 'small' && capitalsWithin(change.after) ? { ...change, guessed: true } : change
  })
}

/** It begins with a letter that has a tone, and so no capital in TCVN3. */
function lacksCapital(word: string): boolean {
  return /^[\u00b5-\u00fe]/.test(word)
}

type Shape = 'capitals' | 'one-capital' | 'none' | 'small'

/** Judged by the letters whose case TCVN3 can tell: ASCII and ĂÂÊÔƠƯĐ. */
function caseOf(word: string): Shape {
  const upper = word.match(/[A-Z\u00a1-\u00a7]/g)?.length ?? 0
  const lower = word.match(/[a-z]/g)?.length ?? 0
  if (lower > 0) return 'small'
  if (upper > 1) return 'capitals'
  return upper === 1 ? 'one-capital' : 'none'
}

function capitalsWithin(word: string): boolean {
  return word.slice(1) !== word.slice(1).toLowerCase()
}

/** The nearest words whose case is certain are in capitals on every side that has one. */
function betweenCapitals(text: string, { from, to }: WordChange): boolean {
  const before = text.slice(0, from).match(certainWord) ?? []
  const after = text.slice(to).match(certainWord) ?? []
  const near = [before.at(-1), after[0]].filter(word => word !== undefined)
  return near.length > 0 && near.every(word => !/[a-z]/.test(word))
}

const certainWord = /[^\s.,;:!?()]*(?:[A-Z\u00a1-\u00a7a-z][^\s.,;:!?()]*){2,}/g
