import { type AskedWord, askedWord } from './asked-word'
import { markDocuments, markedLikeness, markedWeight, type WordMarks } from './mark-documents'
import type { Query } from './query'
import { rankOf } from './rank'
import { rankStretches } from './rank-stretches'
import type { Segment } from './segment'

/** The rank of each document that holds every word and phrase of the query, 0 for the others; null when there is none. */
export function searchSegment(segment: Segment, { words, phrases }: Query): Uint16Array | null {
  if (words.length === 0) return null
  const asked: AskedWord[] = []
  for (const word of words) {
    const known = askedWord(segment, word)
    if (known.count === 0) return null
    asked.push(known)
  }
  const isOnly = asked.length === 1
  const marks = asked.map(word =>
    segment.remember(`${isOnly} ${word.key}`, () => markDocuments(segment, word, isOnly)),
  )
  const { ranks, spelling, isAny } = ranksApart(segment.documents, marks)
  if (!isAny) return null
  if (asked.length > 1) rankStretches(segment, asked, phrases, spelling, ranks)
  return ranks
}

/** Ranks as if no two of the words stood together, and the likeness of all words where each is spelled best, added up. */
function ranksApart(documents: number, words: readonly WordMarks[]) {
  const ranks = new Uint16Array(documents)
  const spelling = new Uint8Array(documents)
  let isAny = false
  for (let document = 0; document < documents; document++) {
    let sum = 0
    let weight = 0
    let held = 0
    for (const marks of words) {
      const mark = marks[document] ?? 0
      if (mark === 0) break
      held++
      sum += markedLikeness(mark)
      weight = Math.max(weight, markedWeight(mark))
    }
    if (held < words.length) continue
    isAny = true
    spelling[document] = sum
    ranks[document] = rankOf(1, sum, weight)
  }
  return { ranks, spelling, isAny }
}
