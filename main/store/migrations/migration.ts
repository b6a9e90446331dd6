import type { Files } from '../files/files'

/** One step from a workspace format to the next. May be repeated from the beginning on the same bytes. */
export interface Migration {
  /** The format it makes; steps follow one another from 2 upwards. */
  readonly to: number
  /** What changes, for docs and the journal of the program. */
  readonly what: string
  readonly run: (files: Files, directory: string) => Promise<void>
}

/** Rejects a list that has a hole, a repetition or another end than the format this program writes: a bug of ours. */
export function checkMigrations(migrations: readonly Migration[], format: number): void {
  const expected = Array.from({ length: format - 1 }, (_, index) => index + 2)
  const found = migrations.map(({ to }) => to)
  if (found.join() !== expected.join())
    throw new RangeError(
      `migrations lead to ${found.join(', ') || 'nothing'}, wanted ${expected.join(', ') || 'none'}`,
    )
}
