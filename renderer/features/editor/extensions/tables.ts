import { Table as BaseTable, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

/** Drawn like the portal draws it: full width, no fixed columns, so no inline styles either. */
const Table = BaseTable.extend({
  renderHTML: () => ['div', { class: 'table-wrap' }, ['table', {}, ['tbody', {}, 0]]],
}).configure({ View: null })

export const tables = [Table, TableRow, cell(TableHeader), cell(TableCell)]

/** Spans outside the schema's range, as pasted pages have them, become 1. */
function cell(extension: typeof TableCell): typeof TableCell {
  return extension.extend({
    addAttributes: () => ({
      colspan: { parseHTML: (element: HTMLElement) => span(element, 'colspan', 50) },
      rowspan: { parseHTML: (element: HTMLElement) => span(element, 'rowspan', 500) },
      colwidth: { parseHTML: () => null, rendered: false },
    }),
  })
}

function span(element: HTMLElement, name: string, most: number): number {
  const value = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value >= 1 && value <= most ? value : 1
}
