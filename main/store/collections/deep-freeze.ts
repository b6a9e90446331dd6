/** Freezes JSON through and through; returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

/** Longer ones are hardly ever met twice; of shorter ones JSON.parse itself keeps one only. */
const mostShared = 64
const leastShared = 11

/**
 * The same, with every short string that `seen` holds replaced by that very string: ids of people, portals and kinds come
 * again in every record, and at 100,000 articles each copy counts.
 */
export function freezeSharing<T>(value: T, seen: Map<string, string>): T {
  if (typeof value === 'object' && value !== null) freezeParts(value as Record<string, unknown>, seen)
  return value
}

function freezeParts(whole: Record<string, unknown>, seen: Map<string, string>): void {
  for (const key in whole) {
    const part = whole[key]
    if (typeof part === 'string') {
      if (part.length < leastShared || part.length > mostShared) continue
      const known = seen.get(part)
      if (known === undefined) seen.set(part, part)
      else whole[key] = known
    } else if (typeof part === 'object' && part !== null) freezeParts(part as Record<string, unknown>, seen)
  }
  Object.freeze(whole)
}
