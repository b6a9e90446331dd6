import { type AskedWord, askedWord } from './asked-word'
import { type Candidates, markDocuments, rankDocuments } from './mark-documents'
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
  const [only] = asked
  if (only !== undefined && asked.length === 1) return rankDocuments(segment, only)
  const candidates: Candidates = {
    held: new Uint8Array(segment.documents),
    spelling: new Uint8Array(segment.documents),
    weight: new Uint8Array(segment.documents),
  }
  const rarestFirst = [...asked].sort((a, b) => a.count - b.count)
  for (const [step, word] of rarestFirst.entries())
    if (!markDocuments(segment, word, step, candidates)) return null
  const ranks = ranksApart(asked.length, candidates)
  rankStretches(segment, asked, phrases, candidates, ranks)
  return ranks
}

/** Ranks as if no two of the words stood together. */
function ranksApart(words: number, { held, spelling, weight }: Candidates): Uint16Array {
  const ranks = new Uint16Array(held.length)
  for (let document = 0; document < held.length; document++)
    if (held[document] === words) ranks[document] = rankOf(1, spelling[document] ?? 0, weight[document] ?? 0)
  return ranks
}
