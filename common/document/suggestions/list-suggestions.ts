import type { Mark, Node } from 'prosemirror-model'
import { fieldSuggestions } from './field-suggestions'
import { isSuggestionMark, type SuggestionStamp, stampOf } from './suggestion-marks'

/** One open suggestion as a person sees it. Texts are what it adds and takes, shortened. */
export interface Suggestion extends SuggestionStamp {
  readonly place:
    | { readonly kind: 'position'; readonly position: number }
    | { readonly kind: 'field'; readonly field: string }
  /** From the first place it touches to the last; null for a field. */
  readonly range: { readonly from: number; readonly to: number } | null
  readonly added: string
  readonly removed: string
  /** Other formatting or another kind of block somewhere. */
  readonly changes: boolean
  /** Blocks that come or go as a whole, or are split or joined. */
  readonly blocks: boolean
  /** What a field is to become. */
  readonly value: unknown
}

const shownCharacters = 200

/** Every open suggestion, in the order of the text; those for fields last. */
export function listSuggestions(document: Node): readonly Suggestion[] {
  const found = new Map<string, Suggestion>()
  document.descendants((node, position) => {
    for (const mark of node.marks) {
      if (!isSuggestionMark(mark)) continue
      const { id } = stampOf(mark)
      found.set(id, withMark(found.get(id) ?? first(mark, position), mark, node, position))
    }
  })
  const fields = Object.entries(fieldSuggestions(document)).map(
    ([field, { id, by, at, value }]): Suggestion => ({
      ...empty,
      ...{ id, by, at, value },
      place: { kind: 'field', field },
      range: null,
    }),
  )
  return [...found.values(), ...fields]
}

const empty = { added: '', removed: '', changes: false, blocks: false, value: null } as const

function first(mark: Mark, position: number): Suggestion {
  return {
    ...empty,
    ...stampOf(mark),
    place: { kind: 'position', position },
    range: { from: position, to: position },
  }
}

function withMark(known: Suggestion, mark: Mark, node: Node, position: number): Suggestion {
  const text = node.isText ? (node.text ?? '') : ''
  const range = {
    from: known.range?.from ?? position,
    to: Math.max(known.range?.to ?? 0, position + node.nodeSize),
  }
  const blocks = known.blocks || (node.isBlock && mark.type.name !== 'changed')
  switch (mark.type.name) {
    case 'inserted':
      return { ...known, range, blocks, added: shorten(known.added + text) }
    case 'deleted':
      return { ...known, range, blocks, removed: shorten(known.removed + text) }
    default:
      return { ...known, range, changes: true }
  }
}

function shorten(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text
}
