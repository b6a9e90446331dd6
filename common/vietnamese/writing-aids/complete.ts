import { fold } from '../fold'
import { officeAbbreviations } from '../proofreading/data/office-abbreviations'
import type { NamesTable } from '../proofreading/names-table'
import { dayForms } from './day-forms'
import { phrases, titles } from './phrases'

/** One way to go on. `text` takes the place of the `replaces` characters before the caret. */
export interface Completion {
  readonly kind: 'abbreviation' | 'name' | 'title' | 'phrase' | 'date'
  readonly text: string
  readonly replaces: number
}

export interface AidSources {
  readonly names: NamesTable
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** `asked`: somebody wants suggestions now; `resting`: they stopped typing, so only what is surely meant is offered. */
export type Occasion = 'asked' | 'resting'

const most = 6
const wordsLookedAt = 6

/** What may follow the words before the caret: names of the organisation first, then titles, phrases and today's date. */
export function complete(before: string, sources: AidSources, occasion: Occasion): readonly Completion[] {
  const line = before.normalize('NFC').slice(-160)
  // Offsets below are in what stands in the text.
  if (line.length !== before.slice(-160).length) return []
  const found = new Map<string, Completion>()
  for (const typed of beginnings(line, occasion)) {
    for (const { kind, text } of candidates(sources)) {
      const isNew = begins(text, typed) && fold(text) !== fold(typed)
      if (isNew && !found.has(text))
        found.set(text, { kind, text: inCaseOf(text, typed), replaces: typed.length })
    }
  }
  return [...abbreviations(line, sources), ...found.values()].slice(0, most)
}

/** The last words of the line, the longest stretch first: `nhân dân xã Tr`, `dân xã Tr` … */
function beginnings(line: string, occasion: Occasion): string[] {
  const starts = [...line.matchAll(/(?<![\p{L}\p{N}/])[\p{L}\p{N}][^\s,.;:!?()“”"]*/gu)].slice(-wordsLookedAt)
  return starts
    .map(({ index }) => line.slice(index))
    .filter(typed => !/[,.;:!?()“”"]\s*$/.test(typed) && !/[.;:!?()]/.test(typed))
    .filter(typed =>
      occasion === 'asked' ? letters(typed) >= 2 : /\s\p{L}/u.test(typed) && letters(typed) >= 4,
    )
}

interface Candidate {
  readonly kind: Completion['kind']
  readonly text: string
}

function candidates({ names, today }: AidSources): Candidate[] {
  const valid = names.names.filter(({ validTo }) => validTo === null || validTo >= today)
  return [
    ...valid.map(
      ({ name, office }): Candidate => ({
        kind: 'name',
        text: office === null ? name : `${name}, ${office}`,
      }),
    ),
    ...titles.map((text): Candidate => ({ kind: 'title', text })),
    ...phrases.map((text): Candidate => ({ kind: 'phrase', text })),
    ...dayForms(today).map((text): Candidate => ({ kind: 'date', text })),
  ]
}

/** An abbreviation just typed, in full. */
function abbreviations(line: string, { names }: AidSources): Completion[] {
  const short = /(?<![\p{L}\p{N}/-])\p{Lu}[\p{Lu}\p{N}]{1,9}$/u.exec(line)?.[0]
  if (short === undefined) return []
  return [...names.abbreviations, ...officeAbbreviations]
    .filter(known => known.short === short)
    .slice(0, 1)
    .map(({ full }) => ({ kind: 'abbreviation', text: full, replaces: short.length }))
}

/** Whole words as they are written, the last one as far as it is typed, its marks may still be missing. */
function begins(text: string, typed: string): boolean {
  const cut = typed.search(/\S*$/)
  const [whole, last] = [typed.slice(0, cut), Array.from(typed.slice(cut).toLowerCase())]
  const rest = Array.from(text.slice(cut).toLowerCase())
  return (
    text.toLowerCase().startsWith(whole.toLowerCase()) &&
    last.every((letter, index) => mayBecome(letter, rest[index] ?? ''))
  )
}

/** `o` and `ô` may become `ố`; `ã` never becomes `â`. */
function mayBecome(letter: string, wanted: string): boolean {
  if (fold(letter) !== fold(wanted) || (letter === 'đ' && wanted !== 'đ')) return false
  const marks = wanted.normalize('NFD')
  return Array.from(letter.normalize('NFD')).every(part => marks.includes(part) || part === 'd')
}

/** A phrase at the beginning of a sentence begins with a capital; a name keeps its own. */
function inCaseOf(text: string, typed: string): string {
  const isCapital = /^\p{Lu}/u.test(typed)
  return isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
