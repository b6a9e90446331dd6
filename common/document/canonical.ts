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
    Object.fromEntries(Object.entries(document.attrs).map(([name, value]) => [name, wellFormed(value)])),
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
  return node.type.schema.text(mend(text).normalize('NFC'), Mark.setFrom([...node.marks]))
}

function wellFormed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wellFormed(one)]))
  return typeof value === 'string' ? mend(value) : value
}

/** Half a character (a lone surrogate) has no UTF-8 and so no hash; it becomes what UTF-8 would show for it. */
function mend(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
}

function isEmptyText(node: Node): boolean {
  return node.isText && node.text === ''
}
