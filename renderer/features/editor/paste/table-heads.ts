/** Spreadsheets know no head: first rows that are bold throughout, with plain rows below them, are one. */
export function markTableHeads(fragment: DocumentFragment): void {
  for (const table of fragment.querySelectorAll('table')) {
    if (table.querySelector('th, table') !== null) continue
    const rows = [...table.querySelectorAll('tr')]
    const first = rows.findIndex(row => !isBold(row))
    const head = rows.slice(0, Math.max(first, 0))
    // One cell over the whole width is a title.
    if ((head[0]?.cells.length ?? 0) < 2) continue
    for (const row of head) for (const cell of [...row.cells]) makeHead(cell)
  }
}

function isBold(row: HTMLTableRowElement): boolean {
  const cells = [...row.cells].filter(cell => cell.textContent.trim() !== '')
  return cells.length > 0 && cells.every(cell => isAllBold(cell))
}

function isAllBold(cell: HTMLElement): boolean {
  const texts = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) {
    const { nodeValue, parentElement } = texts.currentNode
    if (nodeValue?.trim() !== '' && parentElement?.closest('b, strong') === null) return false
  }
  return true
}

function makeHead(cell: HTMLTableCellElement): void {
  const head = cell.ownerDocument.createElement('th')
  for (const { name, value } of cell.attributes) head.setAttribute(name, value)
  head.append(...cell.childNodes)
  cell.replaceWith(head)
}
