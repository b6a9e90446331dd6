import type { Node } from 'prosemirror-model'
import { isScheduleRows, type ScheduleRow } from '../domain/schedule'
import type { TextBlock } from '../vietnamese/proofreading/article-text'

/** Where words stand that are no running text: an attribute of a node, or a cell of a schedule's rows. */
export type AttributePlace =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'row'; readonly index: number; readonly cell: RowCell }

type RowCell = 'work' | 'place' | 'people' | 'preparation'

/** Words of a node's attribute; `position` is the node's. */
export interface AttributeText extends TextBlock {
  readonly position: number
  readonly place: AttributePlace
}

const rowCells: readonly RowCell[] = ['work', 'place', 'people', 'preparation']
const worded: Readonly<Record<string, readonly string[]>> = {
  figure: ['alt', 'credit'],
  pullQuote: ['by'],
  attachment: ['label'],
  poll: ['question'],
}

/** What readers see or hear of pictures, files, polls and schedules beside their running text, in the order of the page. */
export function attributeTexts(document: Node): AttributeText[] {
  const found: AttributeText[] = []
  document.descendants((node, position) => {
    const put = (place: AttributePlace, kind: TextBlock['kind']) => {
      const text = readPlace(node, place)
      if (text.trim() !== '') found.push({ kind, text, position, place })
    }
    for (const name of worded[node.type.name] ?? []) put({ kind: 'attribute', name }, 'caption')
    for (const index of rowsOf(node).keys())
      for (const cell of rowCells) put({ kind: 'row', index, cell }, 'table-cell')
  })
  return found
}

export function readPlace(node: Node, place: AttributePlace): string {
  const value: unknown =
    place.kind === 'attribute' ? node.attrs[place.name] : rowsOf(node)[place.index]?.[place.cell]
  return typeof value === 'string' ? value : ''
}

/** The node's attribute, by name and new value, that holds these words instead. */
export function writePlace(
  node: Node,
  place: AttributePlace,
  text: string,
): { readonly name: string; readonly value: unknown } {
  if (place.kind === 'attribute') return { name: place.name, value: text }
  const rows = rowsOf(node)
  const row = rows[place.index]
  return {
    name: 'rows',
    value: row === undefined ? rows : rows.with(place.index, { ...row, [place.cell]: text }),
  }
}

function rowsOf(node: Node): readonly ScheduleRow[] {
  return node.type.name === 'schedule' && isScheduleRows(node.attrs.rows) ? node.attrs.rows : []
}
