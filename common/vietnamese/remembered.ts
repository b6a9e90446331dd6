const mostRemembered = 20_000

/** `reckon`, each answer kept for the next time it is asked of the same word; when there are too many all go. */
export function remembered<T>(reckon: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>()
  return word => {
    const before = answers.get(word)
    if (before !== undefined) return before
    if (answers.size >= mostRemembered) answers.clear()
    const answer = reckon(word)
    answers.set(word, answer)
    return answer
  }
}
