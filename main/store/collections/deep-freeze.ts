/** Freezes JSON through and through; returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

/** Longer ones are hardly ever met twice. */
const mostShared = 64

/**
 * The same, with every short string that `seen` holds replaced by that very string: ids of people, portals and kinds come
 * again in every record, and at 100,000 articles each copy counts.
 */
export function freezeSharing<T>(value: T, seen: Map<string, string>): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object') freezeSharing(part, seen)
    else if (typeof part === 'string' && part.length <= mostShared) {
      const known = seen.get(part)
      if (known === undefined) seen.set(part, part)
      else Reflect.set(value, key, known)
    }
  }
  return Object.freeze(value)
}
