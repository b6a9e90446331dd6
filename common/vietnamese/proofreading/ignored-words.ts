import { fold } from '../fold'
import type { Mark } from './finding'

/** The folded words an "ignore always" is remembered by. Apart from the rules: whoever remembers needs no packs of words. */
export function ignoredWords(text: string, mark: Pick<Mark, 'from' | 'to'>): string {
  return fold(text.slice(mark.from, mark.to)).slice(0, 120)
}
