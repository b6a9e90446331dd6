import type { Mark, Node } from 'prosemirror-model'
import { scheduleCells } from '#common/document/schedule-table'
import { formatSize } from '#common/document/to-html'
import { readFocus } from '#common/domain/focus-point'
import { procedurePartTitle } from '#common/domain/procedure-part'
import { formatInstant } from '#common/domain/vietnam-time'
import { bagOfWords } from './similarity'

/** Text with its formatting: `marks` of each stretch, in order, covering the whole text. */
export interface FormattedText {
  readonly text: string
  readonly stretches: readonly { readonly end: number; readonly marks: readonly string[] }[]
}

export interface Detail {
  readonly name: string
  readonly text: string
}

export interface Cell {
  readonly header: boolean
  readonly shape: string
  readonly text: FormattedText
}

/** What a reader takes in as one thing; a list item or a quoted paragraph is a text with a style of its own. */
export type Unit = { readonly signature: string; readonly bag: Int32Array } & (
  | { readonly kind: 'text'; readonly style: string; readonly text: FormattedText }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly kind: 'picture'
      readonly picture: string
      readonly details: readonly Detail[]
      readonly text: FormattedText
    }
  | { readonly kind: 'file'; readonly file: string; readonly details: readonly Detail[] }
  | { readonly kind: 'poll'; readonly details: readonly Detail[] }
  | { readonly kind: 'rule' }
)

/** The blocks below headline and lead, flattened to units in reading order. */
export function bodyUnits(document: Node): Unit[] {
  return document.children.slice(2).flatMap(block => unitsOf(block, []))
}

/** Headline or lead. */
export function lineUnit(node: Node): Unit {
  return textUnit(node, [])
}

function unitsOf(node: Node, within: readonly string[]): Unit[] {
  switch (node.type.name) {
    case 'bulletList':
    case 'steps':
    case 'blockquote':
      return node.children.flatMap(child => unitsOf(child, [...within, node.type.name]))
    case 'orderedList': {
      const start = node.attrs.start === 1 ? [] : [`start${node.attrs.start}`]
      return node.children.flatMap(child => unitsOf(child, [...within, node.type.name, ...start]))
    }
    case 'procedureSection': {
      const title = plainText(procedurePartTitle(node.attrs.part))
      const above = unit({ kind: 'text', style: node.type.name, text: title }, title.text)
      return [above, ...node.children.flatMap(child => unitsOf(child, within))]
    }
    case 'callout':
      return node.children.flatMap(child => unitsOf(child, [...within, `callout-${node.attrs.tone}`]))
    case 'listItem':
    case 'step':
      return node.children.flatMap(child => unitsOf(child, within))
    case 'gallery':
      return node.children.map(child => pictureUnit(child, node))
    case 'pullQuote':
      return [textUnit(node, within, String(node.attrs.by))]
    case 'table': {
      const rows = node.children.map(row => row.children.map(cellOf))
      return [unit({ kind: 'table', rows }, node.textContent)]
    }
    case 'figure':
      return [pictureUnit(node)]
    case 'attachment': {
      const { file, fileName, label, sizeBytes } = node.attrs
      const details = namedTexts({ label, fileName, size: formatSize(Number(sizeBytes)) })
      return [unit({ kind: 'file', file: String(file), details }, `${label} ${fileName}`)]
    }
    case 'schedule': {
      const rows = scheduleCells(node).map((cells, index) => cells.map(text => plainCell(text, index === 0)))
      return [unit({ kind: 'table', rows }, scheduleCells(node).flat().join(' '))]
    }
    case 'poll':
      return [unit({ kind: 'poll', details: pollDetails(node) }, node.textContent)]
    case 'horizontalRule':
      return [unit({ kind: 'rule' }, '')]
    default:
      return [textUnit(node, within)]
  }
}

type Bare<T> = T extends unknown ? Omit<T, 'signature' | 'bag'> : never

function unit(content: Bare<Unit>, words: string): Unit {
  return { ...content, signature: JSON.stringify(content), bag: bagOfWords(words) } as Unit
}

function pictureUnit(figure: Node, gallery: Node | null = null): Unit {
  const { image, alt, credit, display } = figure.attrs
  const point = readFocus(figure.attrs.focus)
  const focus = point === null ? '' : `${point.x}% – ${point.y}%`
  const layout = gallery === null ? layouts[String(display)] : `Bộ ${gallery.childCount} ảnh`
  const details = namedTexts({ alt, credit, layout, focus })
  const text = formattedText(figure)
  return unit({ kind: 'picture', picture: String(image), details, text }, `${text.text} ${alt}`)
}

/** How wide a picture stands, where it is not as usual. */
const layouts: Readonly<Record<string, string>> = { small: 'Nhỏ', wide: 'Rộng' }

/** `by`: who is quoted, as readers see it under the words. */
function textUnit(node: Node, within: readonly string[], by = ''): Unit {
  const name = node.type.name === 'heading' ? `heading${node.attrs.level}` : node.type.name
  const text = by === '' ? formattedText(node) : followedBy(formattedText(node), `\n${by}`)
  return unit({ kind: 'text', style: [...within, name].join(' '), text }, text.text)
}

function cellOf(node: Node): Cell {
  const header = node.type.name === 'tableHeader'
  const { colspan, rowspan, colwidth } = node.attrs
  return { header, shape: `${header} ${colspan} ${rowspan} ${colwidth ?? ''}`, text: formattedText(node) }
}

function followedBy({ text, stretches }: FormattedText, more: string): FormattedText {
  const whole = text + more
  return { text: whole, stretches: [...stretches, { end: whole.length, marks: [] }] }
}

function plainCell(text: string, header: boolean): Cell {
  return { header, shape: `${header} 1 1`, text: plainText(text) }
}

function plainText(text: string): FormattedText {
  return { text, stretches: [{ end: text.length, marks: [] }] }
}

/** All text below a node; a picture or file among it stands as one sign that carries its hash. */
function formattedText(node: Node): FormattedText {
  let text = ''
  const stretches: { end: number; marks: readonly string[] }[] = []
  const add = (more: string, marks: readonly string[]) => {
    text += more
    stretches.push({ end: text.length, marks })
  }
  node.descendants((child, _position, parent) => {
    if (child.isText) add(child.text ?? '', child.marks.map(markName))
    else if (child.type.name === 'hardBreak') add('\n', [])
    else if (child.type.name === 'figure') add('▣', [`picture ${child.attrs.image}`])
    else if (child.type.name === 'attachment') add('▤', [`file ${child.attrs.file}`])
    else if (child.isTextblock && parent !== null && text !== '') add('\n', [])
  })
  return { text, stretches }
}

function markName(mark: Mark): string {
  return mark.type.name === 'link' ? `link ${mark.attrs.href}` : mark.type.name
}

function namedTexts(values: Readonly<Record<string, unknown>>): Detail[] {
  return Object.entries(values).map(([name, value]) => ({ name, text: String(value ?? '') }))
}

function pollDetails(poll: Node): Detail[] {
  const time = (value: unknown): string => (typeof value === 'string' ? formatInstant(value) : '')
  const { question, opensAt, closesAt } = poll.attrs
  return [
    ...namedTexts({ question, opensAt: time(opensAt), closesAt: time(closesAt) }),
    ...poll.children.map(choice => ({ name: `choice ${choice.attrs.choice}`, text: choice.textContent })),
  ]
}
