import type { Node } from 'prosemirror-model'
import type { BlockKind, TextBlock } from '../vietnamese/proofreading/article-text'

/** A block of running text with its place: character `n` of `text` stands at position `start + n` of the document. */
export interface PlacedBlock extends TextBlock {
  readonly start: number
  /** For a cell of a table: what the first row says above it. */
  readonly column: string | null
}

/** Everything people read as running text, in the order of the page. Leaves count as one character, as positions do. */
export function textBlocks(document: Node): PlacedBlock[] {
  const found: PlacedBlock[] = []
  const walk = (node: Node, start: number, kind: BlockKind, column: string | null) => {
    if (node.isTextblock) {
      const text = node.textBetween(0, node.content.size, '\n', '\n')
      if (text.trim() !== '') found.push({ kind, text, start, column })
      return
    }
    if (node.type.name === 'table') {
      walkTable(node, start)
      return
    }
    node.forEach((child, offset) => {
      walk(child, start + offset + 1, within(child, kind), column)
    })
  }
  document.forEach((child, offset) => {
    walk(child, offset + 1, within(child, 'paragraph'), null)
  })
  return found

  function walkTable(table: Node, start: number): void {
    const heads = table.firstChild?.children.map(cell => cell.textContent.trim()) ?? []
    table.forEach((row, rowOffset, rowIndex) => {
      row.forEach((cell, cellOffset, cellIndex) => {
        const column = rowIndex === 0 ? null : (heads[cellIndex] ?? null)
        walk(cell, start + rowOffset + cellOffset + 2, 'table-cell', column)
      })
    })
  }
}

function within(node: Node, around: BlockKind): BlockKind {
  switch (node.type.name) {
    case 'headline':
      return 'headline'
    case 'lead':
      return 'lead'
    case 'heading':
      return 'heading'
    case 'figure':
      return 'caption'
    case 'pollChoice':
      return 'choice'
    case 'listItem':
    case 'step':
      return 'list-item'
    case 'blockquote':
    case 'pullQuote':
      return 'quotation'
    case 'tableCell':
    case 'tableHeader':
      return 'table-cell'
    default:
      return around
  }
}
