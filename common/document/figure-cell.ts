import type { Node } from 'prosemirror-model'

/** A number as tables write it: sign or brackets of a loss, groups, decimals, a share. Its unit stands in the head. */
const figure = /^[(+\-–−]?\s?\d{1,3}(?:[.,\s]?\d+)*\)?\s?%?$/

/** Whether a cell holds one number and nothing else, so that it stands at the right, under its like. */
export function isFigureCell(cell: Node): boolean {
  const [only] = cell.children
  return (
    cell.type.name === 'tableCell' &&
    cell.childCount === 1 &&
    only?.type.name === 'paragraph' &&
    figure.test(only.textContent.trim())
  )
}
