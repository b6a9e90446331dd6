import type { AskedWord } from './asked-word'
import { findPairs } from './find-pairs'
import type { Candidates } from './mark-documents'
import { partAt } from './part-at'
import { parts } from './passages'
import type { Query } from './query'
import { rankOf } from './rank'
import type { Segment } from './segment'

/** A run of the query's words is words × this + their likeness added up. */
const perWord = 128

/** Raises ranks to those of words that stand together, and drops the documents without one of the phrases. */
export function rankStretches(
  segment: Segment,
  words: readonly AskedWord[],
  phrases: Query['phrases'],
  candidates: Candidates,
  ranks: Uint16Array,
): void {
  const holders = phrases.map(phrase => ({ ...phrase, documents: new Uint8Array(segment.documents) }))
  const { bases, ends, finder } = segment
  let [document, start, end] = [0, 0, 0]
  eachRun(segment, words, (first, place, run) => {
    const together = Math.floor(run / perWord)
    if (place < start || place >= end) {
      document = finder.at(place)
      start = bases[document] ?? 0
      end = bases[document + 1] ?? 0
    }
    for (const { from, to, documents } of holders)
      if (from === first && together >= to - from) documents[document] = 1
    const known = ranks[document] ?? 0
    if (known === 0) return
    const spelling = together === words.length ? run % perWord : (candidates.spelling[document] ?? 0)
    if (rankOf(together, spelling, parts.length - 1) <= known) return
    const part = partAt(ends, document, place - start)
    const rank = rankOf(together, spelling, parts.length - 1 - part)
    if (rank > known) ranks[document] = rank
  })
  for (const { documents } of holders)
    for (let document = 0; document < ranks.length; document++)
      if (documents[document] === 0) ranks[document] = 0
}

/** Calls back with every run of two words and more: its first word in the query, its place, and how long it goes on. */
function eachRun(
  segment: Segment,
  words: readonly AskedWord[],
  each: (first: number, place: number, run: number) => void,
): void {
  let next: AskedWord | null = null
  let after: { readonly pairs: Uint32Array; readonly runs: Uint16Array } = {
    pairs: new Uint32Array(),
    runs: new Uint16Array(),
  }
  // From the last pair to the first, so that what follows a pair is known.
  for (const [first, word] of [...words.entries()].reverse()) {
    if (next !== null) {
      const pairs = findPairs(segment, word, next)
      const runs = new Uint16Array(pairs.length)
      let follower = 0
      for (let item = 0; item < pairs.length; item++) {
        const pair = pairs[item] ?? 0
        const place = pair >>> 4
        while (follower < after.pairs.length && (after.pairs[follower] ?? 0) >>> 4 <= place) follower++
        const goesOn = (after.pairs[follower] ?? 0) >>> 4 === place + 1
        const run = goesOn
          ? perWord + ((pair >>> 2) & 3) + (after.runs[follower] ?? 0)
          : 2 * perWord + ((pair >>> 2) & 3) + (pair & 3)
        runs[item] = run
        each(first, place, run)
      }
      after = { pairs, runs }
    }
    next = word
  }
}
