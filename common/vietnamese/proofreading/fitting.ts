import type { Seat } from './block-text'
import { firstsOf, secondsOf } from './known-words'
import { isNearly } from './slips'

/** Syllables one slip from the written one that make a word with a neighbour. */
export function fitting(written: string, { before, after }: Seat): string[] {
  const found = [
    ...(before === null ? [] : secondsOf(before.lower)),
    ...(after === null ? [] : firstsOf(after.lower)),
  ]
  return [...new Set(found.filter(meant => isNearly(written, meant)))]
}
