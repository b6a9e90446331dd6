import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { fieldAccepts } from '../domain/field'
import { allFields } from '../domain/kinds/registry'
import { procedurePartIds } from '../domain/procedure-part'
import {
  choiceKey,
  columnWidths,
  demand,
  fileName,
  isBlobHash,
  kindId,
  mediaType,
  oneOf,
  optionalFocus,
  optionalInstant,
  optionalWholeNumber,
  scheduleRows,
  shortText,
  wholeNumber,
} from './attribute-checks'
import { isLinkAddress } from './link-address'
import { checkFieldSuggestions } from './suggestions/field-suggestions'
import { suggestionMarkSpecs } from './suggestions/suggestion-marks'

/**
 * Raised with every change that an older program could not read; stored in each draft. 2: suggestions. 3: gallery, callout,
 * pull quote, width of pictures, schedules. 4: focus points. 5: steps, parts of a procedure. What is newer than 1 says so in its spec: `since` for a node, `later` for attributes, so
 * that a frozen text names the oldest program that can read it (frozen-form.ts).
 */
export const schemaVersion = 5

export const pictureDisplays = ['small', 'normal', 'wide'] as const
export const calloutTones = ['note', 'warning', 'danger'] as const

/** Containers allow marks on their blocks only for suggestions. */
const suggestible = 'suggestion'
const cell = { content: 'block+', marks: suggestible, isolating: true } as const

/**
 * The article's document, without views: `doc: headline lead (block | procedureSection)+`, the article's fields as
 * attributes of `doc`.
 * The renderer adds views to these same specs; a test holds both together.
 */
export const nodeSpecs = {
  doc: {
    content: 'headline lead (block | procedureSection)+',
    marks: suggestible,
    attrs: documentAttributes(),
    later: { suggested: 2, ...laterFields() },
  },
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
  /** What a reader does one after the other: each step says in one line what to do, and below it how. */
  steps: { content: 'step+', group: 'block', marks: suggestible, selectable: false, since: 5 },
  step: { content: 'stepTitle block*', marks: suggestible, defining: true, selectable: false, since: 5 },
  stepTitle: { content: 'inline*', defining: true, since: 5 },
  /** A part of an administrative procedure; what stands above it follows from `part`. Only in the article itself. */
  procedureSection: {
    content: 'block+',
    marks: suggestible,
    isolating: true,
    attrs: { part: { validate: oneOf(...procedurePartIds) } },
    since: 5,
  },
  blockquote: { content: 'block+', group: 'block', marks: suggestible, defining: true },
  /** A sentence of the text set large; `by` is who said it. */
  pullQuote: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { by: { default: '', validate: shortText } },
    since: 3,
  },
  /** What a reader must not miss, apart from the running text. */
  callout: {
    content: '(paragraph | list)+',
    group: 'block',
    marks: suggestible,
    defining: true,
    attrs: { tone: { default: 'note', validate: oneOf(...calloutTones) } },
    since: 3,
  },
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
      display: { default: 'normal', validate: oneOf(...pictureDisplays) },
      /** What stays in sight where it is cropped (galleries, lists of the portal); null: its middle. */
      focus: { default: null, validate: optionalFocus },
    },
    later: { display: 3, focus: 4 },
  },
  /** Pictures that belong together; how many is for the validators, as with the choices of a poll. */
  gallery: { content: 'figure*', group: 'block', marks: suggestible, draggable: true, since: 3 },
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
  /** A leadership schedule: rows as data (`ScheduleRow`), drawn as a table. */
  schedule: {
    group: 'block',
    atom: true,
    attrs: { rows: { default: [], validate: scheduleRows } },
    since: 3,
  },
  text: { group: 'inline' },
  hardBreak: { group: 'inline', inline: true, selectable: false },
} as const satisfies Record<string, NodeSpec>

export const markSpecs = {
  link: { inclusive: false, attrs: { href: { validate: linkAddress } } },
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

/** Fields by the schema they came with. */
function laterFields(): Record<string, number> {
  return Object.fromEntries(
    [...allFields].filter(([, { since }]) => since > 1).map(([key, { since }]) => [key, since]),
  )
}

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

function linkAddress(value: unknown): void {
  demand(isLinkAddress(value), 'link')
}
