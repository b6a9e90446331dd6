import type { Node } from 'prosemirror-model'
import type { ArticleText } from '../vietnamese/proofreading/article-text'
import type { NamesTable } from '../vietnamese/proofreading/names-table'
import { type AttributeText, attributeTexts } from './attribute-texts'
import { type PlacedBlock, textBlocks } from './text-blocks'

/** Everything of a document the proofreader reads, with its place; findings count the blocks, then the attributes. */
export interface ReadText {
  readonly document: Node
  readonly blocks: readonly PlacedBlock[]
  readonly attributes: readonly AttributeText[]
}

export function readText(document: Node): ReadText {
  return { document, blocks: textBlocks(document), attributes: attributeTexts(document) }
}

/** What the proofreader is given; `today` is `YYYY-MM-DD` in Vietnam. */
export function articleText(
  { document, blocks, attributes }: ReadText,
  names: NamesTable,
  today: string,
): ArticleText {
  const field = (key: string) => {
    const value: unknown = document.attrs[key]
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  return {
    blocks: [...blocks, ...attributes].map(({ kind, text }) => ({ kind, text })),
    kind: String(document.attrs.kind),
    source: {
      name: field('sourceName'),
      url: field('sourceUrl'),
      author: field('originalAuthor'),
      date: field('originalDate'),
    },
    today,
    names,
  }
}
