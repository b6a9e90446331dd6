import { remembered } from '#common/vietnamese/remembered'
import pack from './closed-words.json'

interface Company {
  /** What may stand before the word; `#` is a figure. */
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

const table = new Map(Object.entries(pack))

const setOf = (words = ''): ReadonlySet<string> => new Set(words.split(' ').filter(word => word !== ''))

/**
 * The company of a word that ordinary prose has only beside a few others (dơi: con, đàn, loài …); `open` for any other. In the pack,
 * what may stand before it is written before the bar. Written from general knowledge of the language; no word list was copied.
 */
export const companyOf: (word: string) => Company | 'open' = remembered(word => {
  const company = table.get(word)
  if (company === undefined) return 'open'
  const [before, after] = company.split('|')
  return { before: setOf(before), after: setOf(after) }
})
