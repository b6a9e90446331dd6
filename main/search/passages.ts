import type { Node } from 'prosemirror-model'
import { scheduleCells } from '#common/document/schedule-table'
import { allFields } from '#common/domain/kinds/registry'
import { procedurePartTitle } from '#common/domain/procedure-part'
import { formatDate } from '#common/domain/vietnam-time'

/** Parts of an article in the order of their weight: what stands in a headline is meant more than what a file is called. */
export const parts = ['headline', 'lead', 'facts', 'body', 'files'] as const
export type Part = (typeof parts)[number]

/** A stretch of text in which words can stand side by side. */
export interface Passage {
  readonly part: Part
  readonly text: string
}

/** Fields that hold words; a category's value is an id, and filters look for it. */
const searchedFields = [...allFields.values()].filter(
  ({ key, type }) => key !== 'category' && type !== 'instant' && type !== 'choice',
)

/** Everything of an article that can be searched, in the order of `parts`. */
export function passagesOf(document: Node): Passage[] {
  const found: Passage[] = []
  const add = (part: Part, text: string): void => {
    if (text !== '') found.push({ part, text })
  }
  add('headline', document.child(0).textContent)
  add('lead', document.child(1).textContent)
  for (const { key, type } of searchedFields)
    for (const value of [document.attrs[key]].flat())
      if (typeof value === 'string') add('facts', type === 'date' ? formatDate(value) : value)
  const files: Passage[] = []
  document.forEach((block, _offset, index) => {
    if (index > 1) collect(block, add, files)
  })
  return [...found, ...files]
}

function collect(node: Node, add: (part: Part, text: string) => void, files: Passage[]): void {
  const file = (...texts: readonly unknown[]) => {
    for (const text of texts) if (text !== '') files.push({ part: 'files', text: String(text) })
  }
  switch (node.type.name) {
    case 'figure':
      file(textOf(node), node.attrs.alt, node.attrs.credit)
      return
    case 'attachment':
      file(node.attrs.label, node.attrs.fileName)
      return
    case 'schedule':
      for (const cells of scheduleCells(node).slice(1)) for (const text of cells) add('body', text)
      return
    case 'poll':
      add('body', String(node.attrs.question))
      break
    case 'procedureSection':
      add('body', procedurePartTitle(node.attrs.part))
      break
    case 'pullQuote':
      add('body', String(node.attrs.by))
  }
  if (node.inlineContent) add('body', textOf(node))
  else
    node.forEach(child => {
      collect(child, add, files)
    })
}

function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, '\n', '\n')
}
