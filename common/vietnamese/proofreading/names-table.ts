/** Where a name, office or place stands in time; dates are `YYYY-MM-DD`, null without limit. */
interface Dated {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** A name as the organisation writes it. */
export interface KnownName extends Dated {
  readonly kind: 'place' | 'body' | 'person' | 'event'
  readonly name: string
  /** Other spellings people use; each is replaced by `name`. */
  readonly variants: readonly string[]
  /** For a person: the office held, as printed. */
  readonly office: string | null
  /** For a place or body that has ceased: what it is called since. */
  readonly successor: string | null
}

export interface KnownAbbreviation {
  readonly short: string
  readonly full: string
  /** Readers know it; it needs no full form on first use. */
  readonly familiar: boolean
}

/** The organisation's own table, beside what every commune shares. */
export interface NamesTable {
  readonly names: readonly KnownName[]
  readonly abbreviations: readonly KnownAbbreviation[]
  /** Telephone numbers and addresses of the organisation that must be public; the personal-data gate lets them pass. */
  readonly officialContacts: readonly string[]
  /** Findings the organisation never wants to see again: a rule and the folded words, `*` for any words. */
  readonly ignored: readonly { readonly rule: string; readonly words: string }[]
  readonly toneStyle: 'old' | 'new'
}

export const emptyNamesTable: NamesTable = {
  names: [],
  abbreviations: [],
  officialContacts: [],
  ignored: [],
  toneStyle: 'old',
}
