import { type LossKind, lossKinds } from '#common/api/import-operations'
import type { MarkName } from '#common/document/schema'
import { unreachable } from '#common/domain/unreachable'

/** What any reader makes of a file: an article's text before it knows headline, lead and pictures' places in the store. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly look: Look }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly kind: 'picture'
      /** Place in the list of pictures. */
      readonly picture: number
      readonly alt: string
      readonly caption: readonly Run[]
    }
  | { readonly kind: 'rule' }

export type InlineMark = Extract<
  MarkName,
  'bold' | 'italic' | 'underline' | 'strike' | 'subscript' | 'superscript'
>

/** A stretch of text in one look; `\n` is a line break. */
export interface Run {
  readonly text: string
  readonly font?: string | undefined
  readonly marks: readonly InlineMark[]
  readonly href?: string | undefined
}

/** What helps to find the headline among paragraphs without styles. */
export type Look = 'plain' | 'title' | 'subtitle' | 'caption' | 'centred'

export interface Cell {
  readonly blocks: readonly Block[]
  readonly colspan: number
  readonly rowspan: number
  readonly header: boolean
}

export interface Picture {
  readonly bytes: Uint8Array
  readonly name: string
}

/** Everything a reader found in a file. */
export interface ReadFile {
  readonly blocks: readonly Block[]
  readonly pictures: readonly Picture[]
  readonly losses: Losses
  readonly facts: PageFacts
}

/** What a file says of itself; null where it says nothing. */
export interface PageFacts {
  readonly headline: string | null
  readonly lead: string | null
  readonly sourceName: string | null
  readonly url: string | null
  readonly publishedAt: string | null
  /** Other articles the page names, with their dates. */
  readonly references: readonly Reference[]
}

export interface Reference {
  readonly headline: string
  readonly publishedAt: string | null
  readonly url: string | null
}

export const noFacts: PageFacts = {
  headline: null,
  lead: null,
  sourceName: null,
  url: null,
  publishedAt: null,
  references: [],
}

/** Counts losses while a file is read. */
export class Losses {
  readonly #counts = new Map<LossKind, number>()

  add(kind: LossKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  list(): readonly { readonly kind: LossKind; readonly count: number }[] {
    return lossKinds.flatMap(kind => {
      const count = this.#counts.get(kind) ?? 0
      return count === 0 ? [] : [{ kind, count }]
    })
  }
}

export function plainText(runs: readonly Run[]): string {
  return runs.map(run => run.text).join('')
}

export function isBlank(block: Block): boolean {
  return block.kind === 'paragraph' && plainText(block.runs).trim() === ''
}

/** Every stretch of running text in reading order, for the repair of encodings. */
export function textRuns(blocks: readonly Block[]): (readonly Run[])[] {
  return blocks.flatMap(runsOfBlock)
}

function runsOfBlock(block: Block): (readonly Run[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.runs]
    case 'list':
      return block.items.flatMap(textRuns)
    case 'quote':
      return textRuns(block.blocks)
    case 'table':
      return block.rows.flatMap(row => row.flatMap(cell => textRuns(cell.blocks)))
    case 'picture':
      return [block.caption]
    case 'rule':
      return []
    default:
      return unreachable(block)
  }
}

/** The same blocks with other runs, given in the order of `textRuns`. */
export function withRuns(blocks: readonly Block[], next: () => readonly Run[]): Block[] {
  return blocks.map(block => blockWithRuns(block, next))
}

function blockWithRuns(block: Block, next: () => readonly Run[]): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, runs: next() }
    case 'list':
      return { ...block, items: block.items.map(item => withRuns(item, next)) }
    case 'quote':
      return { ...block, blocks: withRuns(block.blocks, next) }
    case 'table':
      return {
        ...block,
        rows: block.rows.map(row => row.map(cell => ({ ...cell, blocks: withRuns(cell.blocks, next) }))),
      }
    case 'picture':
      return { ...block, caption: next() }
    case 'rule':
      return block
    default:
      return unreachable(block)
  }
}

/** Without white space at both ends. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const kept = runs.map(run => ({ ...run }))
  const cut = (at: 0 | -1, edge: RegExp) => {
    for (let run = kept.at(at); run !== undefined; run = kept.at(at)) {
      run.text = run.text.replace(edge, '')
      if (run.text !== '') return
      if (at === 0) kept.shift()
      else kept.pop()
    }
  }
  cut(0, /^[ \n\t]+/)
  cut(-1, /[ \n\t]+$/)
  return kept
}
