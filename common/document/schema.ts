import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { fieldAccepts, isWebAddress } from '../domain/field'
import { blobHash } from '../domain/ids'
import { allFields } from '../domain/kinds/registry'
import { checkFieldSuggestions } from './suggestions/field-suggestions'
import { suggestionMarkSpecs } from './suggestions/suggestion-marks'

/** Raised with every change that an older program could not read; stored in each draft. 2: suggestions. */
export const schemaVersion = 2

/** What a program must know to read a frozen text: suggestions never get into one. */
export const frozenSchemaVersion = 1

/** Containers allow marks on their blocks only for suggestions. */
const suggestible = 'suggestion'
const cell = { content: 'block+', marks: suggestible, isolating: true } as const

/**
 * The article's document, without views: `doc: headline lead block+`, the article's fields as attributes of `doc`.
 * The renderer adds views to these same specs; a test holds both together.
 */
export const nodeSpecs = {
  doc: { content: 'headline lead block+', marks: suggestible, attrs: documentAttributes() },
  headline: { content: 'text*', marks: suggestible, defining: true },
  lead: { content: 'text*', marks: suggestible, defining: true },
  paragraph: { content: 'inline*', group: 'block' },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 2, validate: oneOf(2, 3, 4) } },
  },
  bulletList: { content: 'listItem+', group: 'block list', marks: suggestible },
  orderedList: {
    content: 'listItem+',
    group: 'block list',
    marks: suggestible,
    attrs: { start: { default: 1, validate: wholeNumber(1, 9_999) } },
  },
  listItem: { content: 'paragraph block*', marks: suggestible, defining: true },
  blockquote: { content: 'block+', group: 'block', marks: suggestible, defining: true },
  horizontalRule: { group: 'block' },
  table: { content: 'tableRow+', group: 'block', marks: suggestible, tableRole: 'table', isolating: true },
  tableRow: { content: '(tableCell | tableHeader)*', marks: suggestible, tableRole: 'row' },
  tableHeader: { ...cell, tableRole: 'header_cell', attrs: cellAttributes() },
  tableCell: { ...cell, tableRole: 'cell', attrs: cellAttributes() },
  /** A picture with its caption as content. */
  figure: {
    content: 'inline*',
    group: 'block',
    isolating: true,
    draggable: true,
    attrs: {
      image: { validate: isBlobHash },
      alt: { default: '', validate: shortText },
      credit: { default: '', validate: shortText },
      width: { default: null, validate: optionalWholeNumber },
      height: { default: null, validate: optionalWholeNumber },
    },
  },
  attachment: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: {
      file: { validate: isBlobHash },
      fileName: { validate: fileName },
      mediaType: { validate: mediaType },
      sizeBytes: { validate: wholeNumber(0, 2 ** 40) },
      label: { default: '', validate: shortText },
    },
  },
  /** How many choices it has is for the validators: a node with a required key cannot be filled in by the schema. */
  poll: {
    content: 'pollChoice*',
    group: 'block',
    marks: suggestible,
    isolating: true,
    attrs: {
      question: { default: '', validate: shortText },
      opensAt: { default: null, validate: optionalInstant },
      closesAt: { default: null, validate: optionalInstant },
    },
  },
  /** `choice` is the key votes are counted under; it never changes once published. */
  pollChoice: {
    content: 'text*',
    marks: suggestible,
    defining: true,
    attrs: { choice: { validate: choiceKey } },
  },
  text: { group: 'inline' },
  hardBreak: { group: 'inline', inline: true, selectable: false },
} as const satisfies Record<string, NodeSpec>

export const markSpecs = {
  link: { inclusive: false, attrs: { href: { validate: webOrMailAddress } } },
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  subscript: { excludes: 'subscript superscript' },
  superscript: { excludes: 'subscript superscript' },
  ...suggestionMarkSpecs,
} as const satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodeSpecs
export type MarkName = keyof typeof markSpecs

export const schema = new Schema<NodeName, MarkName>({ nodes: nodeSpecs, marks: markSpecs })

function documentAttributes(): Record<string, AttributeSpec> {
  const fields = [...allFields].map(([key, field]): [string, AttributeSpec] => [
    key,
    { default: null, validate: value => demand(fieldAccepts(field, value), key) },
  ])
  return {
    kind: { default: 'news', validate: kindId },
    ...Object.fromEntries(fields),
    suggested: { default: {}, validate: checkFieldSuggestions },
  }
}

function cellAttributes(): Record<string, AttributeSpec> {
  return {
    colspan: { default: 1, validate: wholeNumber(1, 50) },
    rowspan: { default: 1, validate: wholeNumber(1, 500) },
    colwidth: { default: null, validate: columnWidths },
  }
}

/** Attribute validators throw, as prosemirror-model's `check` expects. */
function demand(condition: boolean, what: string): void {
  if (!condition) throw new RangeError(`invalid ${what}`)
}

function oneOf(...values: readonly unknown[]): (value: unknown) => void {
  return value => demand(values.includes(value), 'value')
}

function wholeNumber(least: number, most: number): (value: unknown) => void {
  return value => demand(Number.isInteger(value) && Number(value) >= least && Number(value) <= most, 'number')
}

function optionalWholeNumber(value: unknown): void {
  if (value !== null) wholeNumber(1, 100_000)(value)
}

function columnWidths(value: unknown): void {
  demand(
    value === null || (Array.isArray(value) && value.length <= 50 && value.every(Number.isInteger)),
    'colwidth',
  )
}

function shortText(value: unknown): void {
  demand(typeof value === 'string' && value.length <= 1_000, 'text')
}

function fileName(value: unknown): void {
  demand(
    typeof value === 'string' && value.length > 0 && value.length <= 255 && !/[\p{Cc}/\\]/u.test(value),
    'file name',
  )
}

function mediaType(value: unknown): void {
  demand(typeof value === 'string' && /^[a-z]{1,19}\/[a-z0-9.+-]{1,100}$/.test(value), 'media type')
}

function kindId(value: unknown): void {
  demand(typeof value === 'string' && /^[a-z][a-z-]{1,39}$/.test(value), 'kind')
}

function choiceKey(value: unknown): void {
  demand(typeof value === 'string' && /^[a-z0-9]{1,20}$/.test(value), 'choice')
}

function isBlobHash(value: unknown): void {
  demand(blobHash.safeParse(value).success, 'blob')
}

function optionalInstant(value: unknown): void {
  demand(
    value === null ||
      (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value)),
    'instant',
  )
}

function webOrMailAddress(value: unknown): void {
  demand(isLinkAddress(value), 'link')
}

/** What a link in the text may point to: http, https, a mail address, or a telephone number. */
export function isLinkAddress(value: unknown): value is string {
  if (typeof value !== 'string') return false
  return (
    isWebAddress(value) ||
    /^mailto:[\w.+-]{1,64}@[\w.-]{1,200}$/.test(value) ||
    /^tel:\+?[\d.-]{3,20}$/.test(value)
  )
}
