import { type Block, type Cell, type Losses, plainText, type Run } from '../blocks/blocks'
import { importLimits } from '../import-limits'
import { childOf, childrenOf, type XmlElement } from '../package/read-xml'
import { readCell, type Workbook } from './read-cells'

interface Grid {
  /** By row and column, both from 0; only cells that show something. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, readonly Run[]>>
  readonly spans: ReadonlyMap<string, { readonly rows: number; readonly columns: number }>
  readonly covered: ReadonlySet<string>
}

/** One sheet: lines above its table (name of the body, title, unit of money) as paragraphs, the rest as a table. */
export function sheetBlocks(workbook: Workbook, sheet: XmlElement, losses: Losses): Block[] {
  const grid = readGrid(workbook, sheet, losses)
  const rows = [...grid.cells.keys()].sort((a, b) => a - b)
  const columns = [...new Set([...grid.cells.values()].flatMap(row => [...row.keys()]))].sort((a, b) => a - b)
  if (rows.length === 0) return []
  if (columns.length > importLimits.columns) losses.add('rows', columns.length - importLimits.columns)
  if (rows.length > importLimits.rows) losses.add('rows', rows.length - importLimits.rows)
  const shownColumns = columns.slice(0, importLimits.columns)
  const tableStart = rows.findIndex(row => (grid.cells.get(row)?.size ?? 0) >= 2)
  const alone = rows.slice(0, tableStart < 0 ? rows.length : tableStart)
  const inTable = tableStart < 0 ? [] : rows.slice(tableStart, tableStart + importLimits.rows)
  return [
    ...alone.flatMap(row => [...(grid.cells.get(row)?.values() ?? [])].map(asParagraph)),
    ...(inTable.length === 0 ? [] : [tableOf(grid, inTable, shownColumns)]),
  ]
}

function asParagraph(runs: readonly Run[]): Block {
  return { kind: 'paragraph', runs, look: 'centred' }
}

function tableOf(grid: Grid, rows: readonly number[], columns: readonly number[]): Block {
  // Rows and columns without anything are left out, so spans are counted in those that stay.
  const spanned = (list: readonly number[], from: number, length: number) =>
    Math.max(list.filter(place => place >= from && place < from + length).length, 1)
  return {
    kind: 'table',
    rows: rows.map((row, index) =>
      columns
        .filter(column => !grid.covered.has(`${row}.${column}`))
        .map((column): Cell => {
          const span = grid.spans.get(`${row}.${column}`) ?? { rows: 1, columns: 1 }
          const runs = grid.cells.get(row)?.get(column) ?? []
          const header = index === 0
          return {
            blocks: plainText(runs).trim() === '' ? [] : [{ kind: 'paragraph', runs, look: 'plain' }],
            colspan: spanned(columns, column, span.columns),
            rowspan: spanned(rows, row, span.rows),
            header,
          }
        }),
    ),
  }
}

function readGrid(workbook: Workbook, sheet: XmlElement, losses: Losses): Grid {
  const cells = new Map<number, Map<number, readonly Run[]>>()
  const hidden = hiddenColumns(sheet)
  let rowNumber = 0
  for (const row of childrenOf(childOf(sheet, 'x:sheetData'), 'x:row')) {
    rowNumber = Number(row.attributes.r ?? rowNumber + 1)
    if (isTrue(row.attributes.hidden)) {
      losses.add('hidden-text')
      continue
    }
    let column = -1
    for (const cell of childrenOf(row, 'x:c')) {
      column = placeOf(cell.attributes.r)?.column ?? column + 1
      const runs = readCell(workbook, cell)
      if (plainText(runs).trim() === '' || hidden.has(column)) continue
      const known = cells.get(rowNumber - 1) ?? new Map<number, readonly Run[]>()
      cells.set(rowNumber - 1, known.set(column, runs))
    }
  }
  return { cells, ...readMerges(sheet) }
}

function readMerges(sheet: XmlElement): Pick<Grid, 'spans' | 'covered'> {
  const spans = new Map<string, { readonly rows: number; readonly columns: number }>()
  const covered = new Set<string>()
  for (const merge of childrenOf(childOf(sheet, 'x:mergeCells'), 'x:mergeCell').slice(0, 5_000)) {
    const [from, to] = (merge.attributes.ref ?? '').split(':').map(placeOf)
    if (from == null || to == null) continue
    const rows = Math.min(to.row - from.row + 1, importLimits.rows)
    const columns = Math.min(to.column - from.column + 1, importLimits.columns)
    if (rows < 1 || columns < 1) continue
    spans.set(`${from.row}.${from.column}`, { rows, columns })
    for (let row = from.row; row < from.row + rows; row += 1)
      for (let column = from.column; column < from.column + columns; column += 1)
        if (row !== from.row || column !== from.column) covered.add(`${row}.${column}`)
    if (covered.size > 200_000) break
  }
  return { spans, covered }
}

function hiddenColumns(sheet: XmlElement): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const { attributes } of childrenOf(childOf(sheet, 'x:cols'), 'x:col')) {
    if (!isTrue(attributes.hidden)) continue
    const last = Math.min(Number(attributes.max ?? 0), 16_384)
    for (let column = Number(attributes.min ?? 1); column <= last; column += 1) hidden.add(column - 1)
  }
  return hidden
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** `C5` as places from 0. */
function placeOf(reference: string | undefined): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '')
  if (match === null) return null
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match[2]) - 1, column: column - 1 }
}
