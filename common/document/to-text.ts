import type { Node } from 'prosemirror-model'
import { procedurePartTitle } from '../domain/procedure-part'
import { scheduleCells } from './schedule-table'

/** The body as plain text, one block a line, table cells parted by tabs; for counting, comparing and searching. */
export function bodyText(document: Node): string {
  const lines: string[] = []
  document.forEach((block, _offset, index) => {
    if (index > 1) collect(block, lines)
  })
  return lines.join('\n')
}

/** Headline, lead and body as plain text. */
export function documentText(document: Node): string {
  return [document.child(0).textContent, document.child(1).textContent, bodyText(document)].join('\n')
}

function collect(node: Node, lines: string[]): void {
  switch (node.type.name) {
    case 'tableRow': {
      const cells: string[] = []
      node.forEach(cell => {
        cells.push(cell.textBetween(0, cell.content.size, ' ', ' '))
      })
      lines.push(cells.join('\t'))
      return
    }
    case 'pullQuote':
      lines.push(
        [node.textBetween(0, node.content.size, '\n', '\n'), node.attrs.by].filter(Boolean).join('\n'),
      )
      return
    case 'procedureSection':
      lines.push(procedurePartTitle(node.attrs.part))
      break
    case 'attachment':
      lines.push(String(node.attrs.label || node.attrs.fileName))
      return
    case 'schedule':
      for (const cells of scheduleCells(node)) lines.push(cells.join('\t'))
      return
    case 'poll':
      lines.push(String(node.attrs.question))
      node.forEach(choice => {
        lines.push(choice.textContent)
      })
      return
  }
  if (node.inlineContent) lines.push(node.textBetween(0, node.content.size, '\n', '\n'))
  else
    node.forEach(child => {
      collect(child, lines)
    })
}
