import { exactForm } from './match-rank'

/**
 * How alike two texts are, 0–1: the pairs of neighbouring syllables they share (Dice). Composition, case, tone style
 * and punctuation do not count; above 0.8 a reader calls them the same text.
 */
export function similarity(a: string, b: string): number {
  const left = syllablePairs(a)
  const right = syllablePairs(b)
  const total = left.size + right.size
  return total === 0 ? 0 : (2 * sharedBy(left, right)) / total
}

/** The share of `part` that stands in `whole` too, 0–1: a lead repeated in the first paragraph. */
export function containment(part: string, whole: string): number {
  const pairs = syllablePairs(part)
  return pairs.size === 0 ? 0 : sharedBy(pairs, syllablePairs(whole)) / pairs.size
}

/** Neighbouring syllables as one string each; a text of one word is its own pair. */
export function syllablePairs(text: string): Set<string> {
  const words = exactForm(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.length === 1 ? words : words.slice(1).map((word, index) => `${words[index]} ${word}`))
}

function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return shared
}
