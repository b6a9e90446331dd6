/** Files dropped on another screen, on their way to the import screen. */
let waiting: readonly File[] = []

export function offerFiles(files: readonly File[]): void {
  waiting = files
}

/** Takes them; once. */
export function takeFiles(): readonly File[] {
  const files = waiting
  waiting = []
  return files
}
