import type { Node } from 'prosemirror-model'
import { readerOf } from '../domain/kinds/read-document'
import { findKind } from '../domain/kinds/registry'
import { bodyText } from './to-text'

/** What an article's card shows of its document. */
export interface DocumentSummary {
  readonly kind: string
  readonly headline: string
  readonly lead: string
  readonly category: string | null
  readonly words: number
  readonly pictures: number
  readonly attachments: number
  /** Where there is one article a period: the first day of its own, null while that is not filled in. */
  readonly period?: string | null
}

export function summarize(document: Node): DocumentSummary {
  let pictures = 0
  let attachments = 0
  document.descendants(node => {
    if (node.type.name === 'figure') pictures += 1
    if (node.type.name === 'attachment') attachments += 1
  })
  const headline = document.child(0).textContent.trim()
  const lead = document.child(1).textContent.trim()
  const category: unknown = document.attrs.category
  const period = periodOf(document)
  return {
    kind: String(document.attrs.kind),
    headline: cut(headline, 500),
    lead: cut(lead, 2_000),
    category: typeof category === 'string' && category !== '' ? category.slice(0, 200) : null,
    words: countWords(`${headline} ${lead} ${bodyText(document)}`),
    pictures,
    attachments,
    ...(period === undefined ? {} : { period }),
  }
}

/** The first day of the document's period; undefined where its kind has none, null while it is not filled in. */
export function periodOf(document: Node): string | null | undefined {
  const field = findKind(String(document.attrs.kind))?.onePerPeriod?.field
  return field === undefined ? undefined : readerOf(document)(field)
}

/** Never through the middle of a character. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}$/u, '')
}

/** Syllables between blanks, as Vietnamese offices count words ("chữ"). */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
}
