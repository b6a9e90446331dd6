import type { Random } from '#tests/support/power-cut-disk'

export const below = (random: Random, limit: number): number => Math.floor(random() * limit)

export function oneOf<T>(random: Random, list: readonly T[]): T {
  const chosen = list[below(random, list.length)]
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}

/** The same bytes with something done to them that leaves them different. */
export function tampered(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = below(random, copy.length)
  switch (below(random, 5)) {
    case 0:
      return Buffer.concat([copy, Buffer.from([below(random, 256)])])
    case 1:
      return copy.subarray(0, at)
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1)])
    case 3:
      return Buffer.concat([copy.subarray(0, at), Buffer.from([below(random, 256)]), copy.subarray(at)])
    default:
      copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
      return copy
  }
}

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A text with one character of base64url exchanged, put in or taken away between two places. */
export function misspelt(random: Random, text: string, from = 0, to = text.length): string {
  const at = from + below(random, to - from)
  const others = base64url.replace(text[at] ?? '', '')
  const other = others[below(random, others.length)] ?? 'A'
  switch (below(random, 3)) {
    case 0:
      return text.slice(0, at) + other + text.slice(at)
    case 1:
      return text.slice(0, at) + text.slice(at + 1)
    default:
      return text.slice(0, at) + other + text.slice(at + 1)
  }
}
