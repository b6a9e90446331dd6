const keptCharacters = 160

/** Keeps the beginning and the end of a long stretch that did not change, cut between words. */
export function shorten(text: string): string {
  if (text.length <= keptCharacters * 3) return text
  const head = text.slice(0, keptCharacters).replace(/\S*$/, '')
  const tail = text.slice(-keptCharacters).replace(/^\S*/, '')
  return `${head}[…]${tail}`
}
