import { isLinkAddress } from '#common/document/link-address'
import { unreachable } from '#common/domain/unreachable'
import { type Block, type Cell, type Losses, plainText, type Run, textRuns, withRuns } from './blocks'

export type Json = Readonly<Record<string, unknown>>

/** The name a picture goes by until it is stored. */
export type NamePicture = (picture: number) => string

/** Blocks as the document's JSON, within what the schema takes. */
export function toBody(blocks: readonly Block[], image: NamePicture, losses: Losses): Json[] {
  return blocks.flatMap(block => blockBody(block, image, losses))
}

function blockBody(block: Block, image: NamePicture, losses: Losses): Json[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ type: 'paragraph', ...content(block.runs, losses) }]
    case 'heading': {
      // Readers' pages have their headline as the first level.
      const level = Math.min(Math.max(block.level, 2), 4)
      return [{ type: 'heading', attrs: { level }, ...content(withoutBold(block.runs), losses) }]
    }
    case 'list':
      return list(block, image, losses)
    case 'quote': {
      const inside = toBody(block.blocks, image, losses)
      return inside.length === 0 ? [] : [{ type: 'blockquote', content: inside }]
    }
    case 'table':
      return table(block.rows, image, losses)
    case 'picture': {
      const attrs = { image: image(block.picture), alt: block.alt.slice(0, 1_000) }
      return [{ type: 'figure', attrs, ...content(block.caption, losses) }]
    }
    case 'rule':
      return [{ type: 'horizontalRule' }]
    default:
      return unreachable(block)
  }
}

function list(block: Extract<Block, { kind: 'list' }>, image: NamePicture, losses: Losses): Json[] {
  const items = block.items.map(item => ({
    type: 'listItem',
    content: startingWithParagraph(toBody(item, image, losses)),
  }))
  if (items.length === 0) return []
  return block.ordered
    ? [{ type: 'orderedList', attrs: { start: within(block.start, 1, 9_999) }, content: items }]
    : [{ type: 'bulletList', content: items }]
}

function table(rows: readonly (readonly Cell[])[], image: NamePicture, losses: Losses): Json[] {
  const filled = withHead(rows.filter(row => row.length > 0))
  if (filled.length === 0) return []
  return [
    {
      type: 'table',
      content: filled.map(row => ({
        type: 'tableRow',
        content: row.map(cell => ({
          type: cell.header ? 'tableHeader' : 'tableCell',
          attrs: { colspan: within(cell.colspan, 1, 50), rowspan: within(cell.rowspan, 1, 500) },
          content: orParagraph(toBody(cell.blocks, image, losses)),
        })),
      })),
    },
  ]
}

/** Offices make the head of a table by hand: a first row all in bold is one. Heads are bold by themselves. */
function withHead(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0) return rows
  const words = first.flatMap(cell => textRuns(cell.blocks).flat()).filter(run => run.text.trim() !== '')
  const isHead = words.length > 0 && words.every(run => run.marks.includes('bold'))
  const hasHead = rows.some(row => row.some(cell => cell.header))
  return rows.map((row, index) =>
    row.map(cell => {
      const header = cell.header || (index === 0 && isHead && !hasHead)
      if (!header) return cell
      const runs = textRuns(cell.blocks).map(withoutBold)
      return { ...cell, header, blocks: withRuns(cell.blocks, () => runs.shift() ?? []) }
    }),
  )
}

function content(runs: readonly Run[], losses: Losses): { readonly content?: readonly Json[] } {
  const nodes = runs.flatMap(({ text, marks, href }) => {
    const safe = href === undefined || isLinkAddress(href)
    if (!safe) losses.add('links')
    const all = [
      ...(href !== undefined && safe ? [{ type: 'link', attrs: { href } }] : []),
      // A link is underlined anyway.
      ...marks.filter(type => href === undefined || type !== 'underline').map(type => ({ type })),
    ]
    return text
      .split('\n')
      .flatMap((line, index) => [
        ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
        ...(line === '' ? [] : [{ type: 'text', text: line, ...(all.length === 0 ? {} : { marks: all }) }]),
      ])
  })
  return nodes.length === 0 ? {} : { content: nodes }
}

/** Headings are bold by themselves. */
function withoutBold(runs: readonly Run[]): Run[] {
  return runs.map(run => ({ ...run, marks: run.marks.filter(mark => mark !== 'bold') }))
}

function startingWithParagraph(blocks: readonly Json[]): readonly Json[] {
  return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]
}

function orParagraph(blocks: readonly Json[]): readonly Json[] {
  return blocks.length === 0 ? [{ type: 'paragraph' }] : blocks
}

function within(value: number, least: number, most: number): number {
  return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : least
}

export function lineOf(runs: readonly Run[]): string {
  return plainText(runs).replaceAll(/\s+/g, ' ').trim()
}
