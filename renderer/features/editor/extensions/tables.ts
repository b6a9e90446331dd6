import { Table as BaseTable, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

/** Copied without the widths in pixels that its view gives to columns; the cells carry them. */
const Table = BaseTable.extend({
  renderHTML: () => ['table', {}, ['tbody', {}, 0]],
}).configure({ resizable: true, cellMinWidth: 48 })

export const tables = [Table, TableRow, cell(TableHeader), cell(TableCell)]

/** Spans outside the schema's range, as pasted pages have them, become 1. */
function cell(extension: typeof TableCell): typeof TableCell {
  return extension.extend({
    addAttributes: () => ({
      colspan: { parseHTML: (element: HTMLElement) => span(element, 'colspan', 50) },
      rowspan: { parseHTML: (element: HTMLElement) => span(element, 'rowspan', 500) },
      colwidth: {
        parseHTML: (element: HTMLElement) => widths(element),
        renderHTML: ({ colwidth }: { colwidth?: unknown }) =>
          Array.isArray(colwidth) ? { 'data-colwidth': colwidth.join(',') } : {},
      },
    }),
  })
}

function span(element: HTMLElement, name: string, most: number): number {
  const value = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value >= 1 && value <= most ? value : 1
}

/** Only our own cells say how wide they are; measures of other programs do not fit this page. */
function widths(element: HTMLElement): number[] | null {
  const values = (element.getAttribute('data-colwidth') ?? '').split(',').map(Number)
  const isWhole = values.length === span(element, 'colspan', 50)
  return isWhole && values.every(value => Number.isInteger(value) && value > 0 && value <= 10_000)
    ? values
    : null
}
