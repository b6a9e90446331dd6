/** Gives a lower-case word the case of another: letter by letter where the lengths agree, else by its pattern. */
export function matchCase(word: string, pattern: string): string {
  const letters = [...word]
  const like = [...pattern]
  if (letters.length === like.length) {
    return letters
      .map((letter, index) => (isUpper(like[index] ?? '') ? letter.toUpperCase() : letter))
      .join('')
  }
  const cased = like.filter(letter => letter.toLowerCase() !== letter.toUpperCase())
  if (cased.length > 1 && cased.every(isUpper)) return word.toUpperCase()
  return isUpper(cased[0] ?? '') ? raised(word) : word
}

export function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

/** With a capital at the beginning. */
export function raised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
