import type { Localized } from './localized'

/** `must` blocks the submission, `should` advises. Codes of `must` are problem codes; all have words in the catalogues. */
export interface Finding {
  readonly level: 'must' | 'should'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly place: FindingPlace
}

export type FindingPlace =
  | { readonly kind: 'headline' }
  | { readonly kind: 'body' }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'position'; readonly position: number }

/** A finding of one kind of article, which brings its own words so that a new kind needs nothing in the catalogues. */
export function kindFinding(
  level: Finding['level'],
  check: string,
  words: Localized,
  place: FindingPlace,
): Finding {
  return { level, code: 'kind-check', params: { check, ...words }, place }
}

export const atField = (field: string): FindingPlace => ({ kind: 'field', field })
export const atPosition = (position: number): FindingPlace => ({ kind: 'position', position })
export const atBody: FindingPlace = { kind: 'body' }
export const atHeadline: FindingPlace = { kind: 'headline' }
