import type { Node } from 'prosemirror-model'
import type { ReadField } from '../kind'

/** Fields of a document, empty ones as null. */
export function readerOf({ attrs }: Pick<Node, 'attrs'>): ReadField {
  return key => {
    const value: unknown = attrs[key]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
}

export interface Placed {
  readonly node: Node
  readonly position: number
}

/** Every node of these types, in reading order. */
export function nodesOf(document: Node, ...types: readonly string[]): readonly Placed[] {
  const found: Placed[] = []
  document.descendants((node, position) => {
    if (types.includes(node.type.name)) found.push({ node, position })
  })
  return found
}

export function headlineOf(document: Node): string {
  return document.child(0).textContent.trim()
}

/** What stands below each heading, up to the next of the same or a higher level. */
export function sectionsOf(document: Node): readonly {
  readonly title: string
  readonly position: number
  readonly isEmpty: boolean
}[] {
  const sections: { title: string; position: number; isEmpty: boolean }[] = []
  document.forEach((node, offset) => {
    if (node.type.name === 'heading' && node.attrs.level === 2)
      sections.push({ title: node.textContent.trim(), position: offset, isEmpty: true })
    else if (sections.length > 0 && !isEmptyBlock(node)) {
      const last = sections.at(-1)
      if (last !== undefined) last.isEmpty = false
    }
  })
  return sections
}

/** Neither words nor a picture, file or table of rows. */
export function isEmptyBlock(node: Node): boolean {
  return node.textContent.trim() === '' && !node.isAtom && !holdsAtom(node)
}

function holdsAtom(node: Node): boolean {
  let holds = node.type.name === 'figure'
  node.descendants(child => {
    if (child.type.name === 'figure' || (child.isBlock && child.isAtom)) holds = true
  })
  return holds
}
