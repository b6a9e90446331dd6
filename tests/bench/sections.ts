import type { Section } from './section'
import { autosave } from './sections/autosave'
import { drain } from './sections/drain'
import { filter } from './sections/filter'
import { key } from './sections/key'
import { open } from './sections/open'
import { reopen } from './sections/reopen'
import { save } from './sections/save'
import { search } from './sections/search'
import { start } from './sections/start'
import { wordpress } from './sections/wordpress'

/** In the order of the speed table; a new section is one file and one line here. */
export const sections: readonly Section[] = [
  save,
  autosave,
  key,
  open,
  start,
  reopen,
  filter,
  search,
  drain,
  wordpress,
]
