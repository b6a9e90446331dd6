import { diffArrays } from 'diff'

/** A pair in reading order of both sides; null where one side has nothing to set against the other. */
export type Pair<T> =
  | { readonly before: T; readonly after: T }
  | { readonly before: T; readonly after: null }
  | { readonly before: null; readonly after: T }

export interface Alignment<T> {
  /** Equal signatures mean that nothing differs. */
  readonly signature: (item: T) => string
  /** 0…1: how much two items have in common; below `leastSimilarity` they are different things. */
  readonly similarity: (before: T, after: T) => number
}

const leastSimilarity = 0.3
/** Beyond this many candidate pairs a gap counts as written anew, item by item. */
const mostPairs = 40_000

/** Sets equal items against each other, and in the gaps between them what resembles each other most. */
export function align<T>(before: readonly T[], after: readonly T[], alignment: Alignment<T>): Pair<T>[] {
  const changes = diffArrays(before.map(alignment.signature), after.map(alignment.signature))
  const pairs: Pair<T>[] = []
  let gapBefore: T[] = []
  let gapAfter: T[] = []
  let atBefore = 0
  let atAfter = 0
  const closeGap = () => {
    pairs.push(...alignGap(gapBefore, gapAfter, alignment.similarity))
    gapBefore = []
    gapAfter = []
  }
  for (const { added, removed, value } of changes) {
    const count = value.length
    if (removed) gapBefore.push(...before.slice(atBefore, atBefore + count))
    else if (added) gapAfter.push(...after.slice(atAfter, atAfter + count))
    else {
      closeGap()
      const same = after.slice(atAfter, atAfter + count)
      pairs.push(...same.map((item, index) => ({ before: before[atBefore + index] ?? item, after: item })))
    }
    if (!added) atBefore += count
    if (!removed) atAfter += count
  }
  closeGap()
  return pairs
}

/** The set of pairs, crossing nowhere, with the most in common: dynamic programming over both sides. */
function alignGap<T>(
  before: readonly T[],
  after: readonly T[],
  similarity: Alignment<T>['similarity'],
): Pair<T>[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > mostPairs)
    return [...before.map(alone), ...after.map(fresh)]
  const width = after.length + 1
  const alike = before.map(old => after.map(item => similarity(old, item)))
  const best = new Float64Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
        paired(alike[i]?.[j] ?? 0, best[(i + 1) * width + j + 1] ?? 0),
      )
    }
  }
  const pairs: Pair<T>[] = []
  let i = 0
  let j = 0
  for (let old = before[i], item = after[j]; old !== undefined || item !== undefined; ) {
    if (old === undefined || item === undefined) {
      if (old !== undefined) pairs.push(alone(old))
      if (item !== undefined) pairs.push(fresh(item))
      i += 1
      j += 1
    } else {
      const here = best[i * width + j] ?? 0
      const together = paired(alike[i]?.[j] ?? 0, best[(i + 1) * width + j + 1] ?? 0)
      if (together > 0 && together >= here) {
        pairs.push({ before: old, after: item })
        i += 1
        j += 1
      } else if ((best[(i + 1) * width + j] ?? 0) >= here) {
        pairs.push(alone(old))
        i += 1
      } else {
        pairs.push(fresh(item))
        j += 1
      }
    }
    old = before[i]
    item = after[j]
  }
  return pairs
}

function paired(similarity: number, rest: number): number {
  return similarity < leastSimilarity ? 0 : similarity + rest
}

function alone<T>(before: T): Pair<T> {
  return { before, after: null }
}

function fresh<T>(after: T): Pair<T> {
  return { before: null, after }
}
