export interface Word {
  readonly text: string
  readonly from: number
}

/** Signs of code page 1252 that are letters in TCVN3: © is â, ® is đ, and the soft hyphen is ư. */
const signs = '\u00a1-\u00a9\u00ab-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00d7\u00f7\u2219\u22c5\u20ab'
/** A hyphen may be a soft one that was made visible; only ơ and its tones come after ư. */
const pattern = new RegExp(
  `[\\p{L}\\p{M}${signs}]+(?:[-\\u2010\\u2011](?=[\\u00ac\\u00ea-\\u00ee])[\\p{L}\\p{M}${signs}]+)*`,
  'gu',
)
const loneSign = new RegExp(`^[${signs}]$`, 'u')
const anySign = new RegExp(`[ª${signs}]`, 'u')

/** Words of a text that may be in a legacy encoding; lone signs such as © or § are none. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(pattern), match => ({ text: match[0], from: match.index })).filter(
    word => !loneSign.test(word.text),
  )
}

/** A word that no language writes: a sign between letters (`nh©n`), or case mixed within it (`nghiÖp`, `RUéNG`). */
export function looksDisplaced(word: string): boolean {
  return (
    anySign.test(word) || /[a-z][\u00c0-\u00de]|[A-Z]{2}[\u00df-\u00fe]|[A-Z][\u00df-\u00fe][A-Z]/.test(word)
  )
}
