import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { findKind } from '../domain/kinds/registry'

/** The article with lists and headings as the structure of its kind, where that is safe; else the very same. */
export function arranged(document: Node): Node {
  const tr = new Transform(document)
  findKind(String(document.attrs.kind))?.arrange?.(tr)
  return tr.doc
}
