import type { Section } from './section'
import { reopen } from './sections/reopen'

/** In the order of the speed table; a new section is one file and one line here. */
export const sections: readonly Section[] = [reopen]
