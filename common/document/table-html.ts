import type { Node } from 'prosemirror-model'
import { isFigureCell } from './figure-cell'
import { element, type Html, join, nothing, voidElement } from './html'

/** Width of the text column in which the editor measures columns, in pixels. */
const pageWidth = 720

/** A table in a region of its own, so that a wide one scrolls by keyboard; heads say whether they head a column or a row. */
export function tableHtml(table: Node, blocks: (node: Node) => Html): Html {
  const rows = table.children.map(row => element('tr', {}, ...row.children.map(cell => writeCell(cell, row))))
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Bảng' },
    element('table', {}, columns(table), element('tbody', {}, join(rows))),
  )

  function writeCell(cell: Node, row: Node): Html {
    const { colspan, rowspan } = cell.attrs
    const spans = {
      colspan: colspan === 1 ? null : Number(colspan),
      rowspan: rowspan === 1 ? null : Number(rowspan),
    }
    // Not a class: portals that are not ours keep the attribute, and have no styles for our classes.
    const align = isFigureCell(cell) ? 'right' : null
    if (cell.type.name !== 'tableHeader') return element('td', { ...spans, align }, blocks(cell))
    const headsColumn = row.children.every(({ type }) => type === cell.type)
    return element('th', { scope: headsColumn ? 'col' : 'row', ...spans }, blocks(cell))
  }
}

/** Shares of the width where somebody has set them: a style would need a looser policy, and pixels would not fit a telephone. */
function columns(table: Node): Html {
  const widths = columnWidths(table)
  if (widths.every(width => width === 0)) return nothing
  const whole = widths.includes(0) ? pageWidth : widths.reduce((sum, width) => sum + width, 0)
  return element(
    'colgroup',
    {},
    ...widths.map(width =>
      voidElement('col', {
        width: width === 0 ? null : `${Math.max(1, Math.min(100, Math.round((width / whole) * 100)))}%`,
      }),
    ),
  )
}

/** Pixels of each column as the first row says; 0 where nothing is set. */
function columnWidths(table: Node): number[] {
  return (table.firstChild?.children ?? []).flatMap(({ attrs: { colspan, colwidth } }) =>
    Array.from({ length: Number(colspan) }, (_, index) =>
      Array.isArray(colwidth) ? Number(colwidth[index] ?? 0) : 0,
    ),
  )
}
