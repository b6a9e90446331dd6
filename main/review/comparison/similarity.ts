const words = /[\p{L}\p{N}]+/gu

/** The words of a text as sorted numbers, for comparing texts by the thousand. */
export function bagOfWords(text: string): Int32Array {
  const bag = Int32Array.from(text.toLowerCase().match(words) ?? [], hash)
  return bag.sort()
}

/** Sørensen–Dice over words: 1 for the same words, 0 for none in common. */
export function dice(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 && b.length === 0) return 1
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) common += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return (2 * common) / (a.length + b.length)
}

/** FNV-1a; a collision only makes two words look alike while blocks are set against each other. */
function hash(word: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < word.length; index++)
    value = Math.imul(value ^ word.charCodeAt(index), 0x01000193)
  return value
}
