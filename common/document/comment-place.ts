import type { Node } from 'prosemirror-model'
import type { Mappable } from 'prosemirror-transform'
import type { CommentAnchor } from '../domain/comment'

/** Where a thread is now; `orphan`: what it was about is gone, only its quote is left. */
export type CommentPlace = CommentAnchor | { readonly kind: 'orphan' }

const quotedCharacters = 200

/** Follows an anchor through changes. */
export function mapPlace(place: CommentPlace, mapping: Mappable): CommentPlace {
  switch (place.kind) {
    case 'range': {
      const from = mapping.map(place.from, 1)
      const to = mapping.map(place.to, -1)
      return from < to ? { kind: 'range', from, to } : { kind: 'orphan' }
    }
    case 'node': {
      const { pos, deletedAfter } = mapping.mapResult(place.position, 1)
      return deletedAfter ? { kind: 'orphan' } : { kind: 'node', position: pos }
    }
    default:
      return place
  }
}

/** The words a thread is about, or what a picture, a file or a field says. Null when there is no such place. */
export function quoteAt(document: Node, anchor: CommentAnchor): string | null {
  switch (anchor.kind) {
    case 'range':
      return anchor.from < anchor.to && anchor.to <= document.content.size
        ? shorten(document.textBetween(anchor.from, anchor.to, ' ', ' '))
        : null
    case 'node': {
      const node = anchor.position < document.content.size ? document.nodeAt(anchor.position) : null
      return node === null ? null : shorten(nodeText(node))
    }
    case 'field':
      return Object.hasOwn(document.attrs, anchor.field)
        ? shorten(fieldText(document.attrs[anchor.field]))
        : null
    case 'article':
      return ''
  }
}

/** Finds what an orphan was about, where it came back (undo) or was moved: the quote as a whole, once in one block. */
export function findQuote(document: Node, quote: string): CommentPlace {
  const found: CommentPlace[] = []
  if (quote.trim().length < 3) return { kind: 'orphan' }
  document.descendants((node, position) => {
    if (!node.isTextblock) return
    const text = node.textBetween(0, node.content.size, '\ufffc', '\ufffc')
    for (
      let index = text.indexOf(quote);
      index >= 0 && found.length < 2;
      index = text.indexOf(quote, index + 1)
    )
      found.push({ kind: 'range', from: position + 1 + index, to: position + 1 + index + quote.length })
  })
  const [only, ...others] = found
  return only !== undefined && others.length === 0 ? only : { kind: 'orphan' }
}

function nodeText(node: Node): string {
  const { alt, label, fileName, question } = node.attrs
  const named = [alt, label, fileName, question].find(value => typeof value === 'string' && value !== '')
  return named ?? node.textBetween(0, node.content.size, ' ', ' ')
}

function fieldText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > quotedCharacters ? characters.slice(0, quotedCharacters).join('') : text
}
