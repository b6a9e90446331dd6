import type { DocumentRow } from './index-files'
import type { Segment } from './segment'

/** An article of the workspace and the document that holds its newest text that was read. */
export interface IndexedArticle {
  readonly id: string
  readonly number: number
  changed: number
  place: {
    readonly segment: LiveSegment
    readonly document: number
    /** Of the card when the text was read. */
    readonly changed: number
    /** Of the draft; -1 when it could not be read. */
    readonly version: number
  } | null
}

export interface LiveSegment {
  /** Its file; null while only memory has it. */
  readonly name: string | null
  readonly segment: Segment
  /** By document; undefined where a newer text took its place. */
  readonly articles: (IndexedArticle | undefined)[]
}

export function currentDocuments({ articles }: LiveSegment): number[] {
  const current: number[] = []
  for (let document = 0; document < articles.length; document++)
    if (articles[document] !== undefined) current.push(document)
  return current
}

/** Words and gaps of the current documents. */
export function lengthOf(live: LiveSegment): number {
  const { bases } = live.segment
  return currentDocuments(live).reduce(
    (sum, document) => sum + (bases[document + 1] ?? 0) - (bases[document] ?? 0),
    0,
  )
}

/** What `index.json` keeps of it. */
export function rowsOf({ articles }: LiveSegment): DocumentRow[] {
  return articles.flatMap((article, document): DocumentRow[] =>
    article?.place == null ? [] : [[document, article.id, article.place.changed, article.place.version]],
  )
}
