import type { Migration } from './migration'

/** Every step there ever was, in order. None yet: format 1 is the first. */
export const migrations: readonly Migration[] = []
