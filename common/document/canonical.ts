import canonicalize from 'canonicalize'
import { Fragment, Mark, type Node } from 'prosemirror-model'

/**
 * The one form of a document that is hashed: text in NFC, neighbouring text of equal marks joined, marks in schema order,
 * every attribute explicit. Two documents that read the same have the same canonical form.
 */
export function canonicalDocument(document: Node): Node {
  const children: Node[] = []
  document.forEach(child => {
    children.push(child.isText ? canonicalText(child) : canonicalDocument(child))
  })
  // Fragment.fromArray joins adjacent text nodes with the same markup.
  return document.type.create(
    document.attrs,
    Fragment.fromArray(children.filter(child => !isEmptyText(child))),
  )
}

/** RFC 8785 (JSON Canonicalization Scheme): the exact text whose UTF-8 bytes are hashed and stored. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no canonical JSON')
  return text
}

function canonicalText(node: Node): Node {
  const text = node.text ?? ''
  return node.type.schema.text(text.normalize('NFC'), Mark.setFrom([...node.marks]))
}

function isEmptyText(node: Node): boolean {
  return node.isText && node.text === ''
}
