import table from './closed-words.json'

interface Company {
  /** What may stand before the word; `#` is a figure. */
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

const setOf = (words = ''): ReadonlySet<string> => new Set(words.split(' ').filter(word => word !== ''))

/**
 * Words that ordinary prose has only beside a few others (dơi: con, đàn, loài …), with what stands before them (before the bar) and
 * behind them. Written from general knowledge of the language; no word list was copied.
 */
export const closedWords: ReadonlyMap<string, Company> = new Map(
  Object.entries(table).map(([word, company]) => {
    const [before, after] = company.split('|')
    return [word, { before: setOf(before), after: setOf(after) }]
  }),
)
