import { isSyllable, parseSyllable, stripTones, type ToneStyle } from './parse-syllable'
import { placeTone } from './place-tone'

/**
 * Two syllables that were written without a space between: `côngtác` → `công tác`. Pairs of common syllables win over
 * pairs with a rare one; nothing for a word without any Vietnamese mark, which may be foreign (`menu`, `logo`).
 */
export function splitWords(word: string, style: ToneStyle = 'old'): string[] {
  const stripped = stripTones(word)
  if (stripped === null || (stripped.toneCount === 0 && !/[ăâđêôơư]/.test(stripped.base))) return []
  const pairs: { readonly words: string; readonly common: boolean }[] = []
  for (let at = 1; at < word.length; at += 1) {
    const left = placeTone(word.slice(0, at), style)
    const right = placeTone(word.slice(at), style)
    if (isSyllable(left) && isSyllable(right)) {
      pairs.push({ words: `${left} ${right}`, common: isCommon(left) && isCommon(right) })
    }
  }
  const common = pairs.filter(pair => pair.common)
  return (common.length > 0 ? common : pairs).map(pair => pair.words)
}

function isCommon(word: string): boolean {
  const parsed = parseSyllable(word)
  return parsed.kind === 'syllable' && parsed.syllable.rarity === 'common' && [...word].length > 1
}
