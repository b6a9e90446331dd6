import type { NamesTable } from './names-table'

export type BlockKind =
  | 'headline'
  | 'lead'
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'table-cell'
  | 'caption'
  | 'quotation'
  | 'choice'

/** One stretch of running text. Whatever is not text counts as one character, a line break as `\n`. */
export interface TextBlock {
  readonly kind: BlockKind
  readonly text: string
}

/** What the proofreader reads: texts in the order of the page, and the facts some rules need. */
export interface ArticleText {
  readonly blocks: readonly TextBlock[]
  /** The kind of article: `news`, `repost` … */
  readonly kind: string
  readonly source: {
    readonly name: string | null
    readonly url: string | null
    readonly author: string | null
    readonly date: string | null
  }
  /** `YYYY-MM-DD` in Vietnam. */
  readonly today: string
  readonly names: NamesTable
}
