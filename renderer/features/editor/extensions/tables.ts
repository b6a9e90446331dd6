import {
  Table as BaseTable,
  TableView as BaseView,
  TableCell,
  TableHeader,
  TableRow,
} from '@tiptap/extension-table'

/**
 * Behind the table the browser's caret stands at the wrapper's end. ProseMirror takes that for the table's beginning when
 * the rows are no earlier among their siblings than the table among its own, and the columns stand before the rows.
 */
class TableView extends BaseView {
  constructor(...given: ConstructorParameters<typeof BaseView>) {
    super(...given)
    const before = document.createElement('span')
    before.hidden = true
    this.dom.prepend(before)
  }
}

/** Copied without the widths in pixels that its view gives to columns; the cells carry them. */
const Table = BaseTable.extend({
  renderHTML: () => ['table', {}, ['tbody', {}, 0]],
}).configure({ resizable: true, cellMinWidth: 48, View: TableView })

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
