/** Freezes JSON through and through; returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

/** Longer ones are hardly ever met twice, but in records that belong together; of shorter ones JSON.parse keeps one only. */
const mostShared = 64
const leastShared = 11

/** What was met before, under its own text. */
export interface Shared {
  readonly strings: Map<string, string>
  /** Lists of one string: an article has one author, mostly. */
  readonly lists: Map<string, readonly string[]>
}

export function nothingShared(): Shared {
  return { strings: new Map(), lists: new Map() }
}

/**
 * The same, with every string that `shared` holds replaced by that very string: ids of people, portals and kinds come
 * again in every record, and at 100,000 articles each copy counts. A record that names one of `owners` by its id shares
 * that one's strings too, however long: hashes, the headline, the seal.
 */
export function freezeSharing<T extends object>(
  value: T,
  shared: Shared,
  owners: ReadonlyMap<string, object>,
): T {
  const whole = value as Record<string, unknown>
  let most = mostShared
  if (owners.size > 0)
    for (const key in whole) {
      const owner = owners.get(whole[key] as string)
      if (owner === undefined) continue
      learn(owner as Record<string, unknown>, shared)
      most = Number.POSITIVE_INFINITY
    }
  freezeParts(whole, shared, most)
  return value
}

function learn(whole: Record<string, unknown>, shared: Shared): void {
  for (const key in whole) {
    const part = whole[key]
    if (typeof part === 'string') {
      if (part.length >= leastShared) shared.strings.set(part, part)
    } else if (typeof part === 'object' && part !== null) learn(part as Record<string, unknown>, shared)
  }
}

function freezeParts(whole: Record<string, unknown>, shared: Shared, most: number): void {
  const { strings, lists } = shared
  for (const key in whole) {
    const part = whole[key]
    if (typeof part === 'string') {
      if (part.length < leastShared || part.length > most) continue
      const known = strings.get(part)
      if (known !== undefined) whole[key] = known
      else if (part.length <= mostShared) strings.set(part, part)
    } else if (typeof part === 'object' && part !== null) {
      freezeParts(part as Record<string, unknown>, shared, most)
      if (!isListOfOne(part)) continue
      const known = lists.get(part[0])
      if (known !== undefined) whole[key] = known
      else if (part[0].length <= mostShared) lists.set(part[0], part)
    }
  }
  Object.freeze(whole)
}

function isListOfOne(part: object): part is readonly [string] {
  return Array.isArray(part) && part.length === 1 && typeof part[0] === 'string'
}
