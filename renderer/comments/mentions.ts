interface Named {
  readonly id: string
  readonly name: string
}

/** What is being typed after the last @ before the cursor; null when no name is. */
export function typedMention(before: string): string | null {
  const match = /(?:^|\s)@([\p{L}\p{M} ]{0,40})$/u.exec(before)
  const typed = match?.[1] ?? null
  return typed === null || typed.endsWith('  ') ? null : typed
}

/** The people whose whole name stands after an @. */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const written = text.normalize('NFC')
  return people.filter(({ name }) => written.includes(`@${name.normalize('NFC')}`)).map(({ id }) => id)
}
