import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import type { Field } from './field'
import type { Finding } from './finding'
import type { Localized } from './localized'
import type { ProcedurePart } from './procedure-part'

/** A kind of article: what it is called, which fields it has beside the common ones, how a new one begins. */
export interface Kind {
  readonly id: string
  readonly label: Localized
  /** One sentence for the menu "Soạn tin mới". */
  readonly hint: Localized
  readonly fields: readonly Field[]
  /** Body of a new article, in the document's JSON; at least one block. */
  readonly template: readonly TemplateBlock[]
  /** Fields a new article of this kind begins with when it is made on this day (`YYYY-MM-DD` in Vietnam). */
  readonly fieldsOn?: (day: string) => Readonly<Record<string, string>>
  /** What an article with these fields is called as long as nobody wrote another headline; empty proposes nothing. */
  readonly headlineFrom?: (read: ReadField) => string
  /** Fields that go along when this one is set: the last day of a week with its first. */
  readonly follow?: (read: ReadField, key: string, value: string) => Readonly<Record<string, string>>
  /** A new one stands in the category of the newest one there is, else in the portal's of the first of these names. */
  readonly usualCategory?: readonly string[]
  /** Where there is one for each period: the field it begins with, and what to say when there is another one. */
  readonly onePerPeriod?: {
    readonly field: string
    readonly another: (read: ReadField, headline: string) => readonly Finding[]
  }
  /** What only this kind demands (`must`) or advises (`should`); fields that are `required` need nothing here. */
  readonly check?: (document: Node) => readonly Finding[]
  /** Turns lists and headings that say so into the structure this kind has, where that is safe; no text is lost. */
  readonly arrange?: (tr: Transform) => void
  /** Lines reckoned from the fields, shown under them: a deadline, a number of years. */
  readonly notes?: (read: ReadField) => readonly Localized[]
}

/** A text field of the article by its key; empty is null. */
export type ReadField = (key: string) => string | null

/** The few blocks a template needs, as document JSON. */
export type TemplateBlock = Readonly<Record<string, unknown>> & { readonly type: string }

export function paragraph(text = ''): TemplateBlock {
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }
}

export function heading(text: string): TemplateBlock {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }
}

export function table(...rows: readonly (readonly string[])[]): TemplateBlock {
  const cell = (type: string) => (text: string) => ({ type, content: [paragraph(text)] })
  return {
    type: 'table',
    content: rows.map((row, index) => ({
      type: 'tableRow',
      content: row.map(cell(index === 0 ? 'tableHeader' : 'tableCell')),
    })),
  }
}

/** So many empty steps. */
export function steps(count: number): TemplateBlock {
  const step = { type: 'step', content: [{ type: 'stepTitle' }] }
  return { type: 'steps', content: Array.from({ length: count }, () => step) }
}

/** An empty part of a procedure. */
export function procedureSection(part: ProcedurePart): TemplateBlock {
  return { type: 'procedureSection', attrs: { part }, content: [paragraph()] }
}
