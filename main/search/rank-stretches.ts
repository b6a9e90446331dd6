import type { AskedWord } from './asked-word'
import { findPairs } from './find-pairs'
import { partAt } from './part-at'
import { parts } from './passages'
import type { Query } from './query'
import { rankOf } from './rank'
import type { Segment } from './segment'

/** A run of the query's words is words × this + their likeness added up. */
const perWord = 128

/** Pairs as in findPairs that begin with one word of the query, and how long each goes on. */
interface Runs {
  readonly first: number
  readonly pairs: Uint32Array
  readonly runs: Uint16Array
}

/**
 * Raises ranks to those of words that stand together, and drops the documents without one of the phrases. `spelling` is that of
 * documents whose words stand apart; documents without a rank are left out.
 */
export function rankStretches(
  segment: Segment,
  words: readonly AskedWord[],
  phrases: Query['phrases'],
  spelling: Uint8Array,
  ranks: Uint16Array,
): void {
  const holders = phrases.map(phrase => ({ ...phrase, documents: new Uint8Array(segment.documents) }))
  let after: Runs | null = null
  // From the last pair to the first, so that what follows a pair is known.
  for (let first = words.length - 2; first >= 0; first--) {
    const [word, next] = [words[first], words[first + 1]]
    if (word === undefined || next === undefined) continue
    const found = findPairs(segment, word, next)
    // Of two words nothing is held against what follows.
    const pairs = words.length === 2 ? found.gathered() : found.merged()
    const runs: Runs = { first, pairs, runs: pairsAlone(pairs) }
    if (after !== null) lengthen(runs, after)
    for (const { from, to, documents } of holders)
      if (from === first) markHolders(segment, runs, to - from, documents)
    raiseRanks(segment, runs, words.length, spelling, ranks)
    after = runs
  }
  for (const { documents } of holders) dropOthers(ranks, documents)
}

function pairsAlone(pairs: Uint32Array): Uint16Array {
  const runs = new Uint16Array(pairs.length)
  for (let item = 0; item < pairs.length; item++) {
    const pair = pairs[item] ?? 0
    runs[item] = 2 * perWord + ((pair >>> 2) & 3) + (pair & 3)
  }
  return runs
}

/** Lengthens the runs of pairs that another begins behind; both rise. */
function lengthen({ pairs, runs }: Runs, after: Runs): void {
  let follower = 0
  for (let item = 0; item < pairs.length; item++) {
    const pair = pairs[item] ?? 0
    const next = (pair >>> 4) + 1
    while (follower < after.pairs.length && (after.pairs[follower] ?? 0) >>> 4 < next) follower++
    if (follower === after.pairs.length) return
    if ((after.pairs[follower] ?? 0) >>> 4 === next)
      runs[item] = perWord + ((pair >>> 2) & 3) + (after.runs[follower] ?? 0)
  }
}

function markHolders(segment: Segment, { pairs, runs }: Runs, words: number, documents: Uint8Array): void {
  for (let item = 0; item < pairs.length; item++)
    if ((runs[item] ?? 0) >= words * perWord) documents[segment.finder.at((pairs[item] ?? 0) >>> 4)] = 1
}

function raiseRanks(
  { bases, ends, finder }: Segment,
  { pairs, runs }: Runs,
  words: number,
  spelling: Uint8Array,
  ranks: Uint16Array,
): void {
  let [document, start, end, known] = [0, 0, 0, 0]
  for (let item = 0; item < pairs.length; item++) {
    const place = (pairs[item] ?? 0) >>> 4
    if (place < start || place >= end) {
      document = finder.at(place)
      start = bases[document] ?? 0
      end = bases[document + 1] ?? 0
      known = ranks[document] ?? 0
    }
    if (known === 0) continue
    const run = runs[item] ?? 0
    const together = (run / perWord) | 0
    const best = together === words ? run % perWord : (spelling[document] ?? 0)
    if (rankOf(together, best, parts.length - 1) <= known) continue
    const rank = rankOf(together, best, parts.length - 1 - partAt(ends, document, place - start))
    if (rank <= known) continue
    ranks[document] = rank
    known = rank
  }
}

function dropOthers(ranks: Uint16Array, documents: Uint8Array): void {
  for (let document = 0; document < ranks.length; document++)
    if (documents[document] === 0) ranks[document] = 0
}
