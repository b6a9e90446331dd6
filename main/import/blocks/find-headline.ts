import { type Block, isBlank, type PageFacts, plainText } from './blocks'
import { lineOf } from './to-body'

export interface Titled {
  readonly headline: string
  readonly lead: string
  readonly blocks: readonly Block[]
}

/** What a document is called before it says what it is about (NĐ 30/2020, the name of its form). */
const formNames =
  /^(thông báo|quyết định|kế hoạch|báo cáo|tờ trình|công văn|giấy mời|nghị quyết|chỉ thị|hướng dẫn|quy chế|quy định|lịch (làm việc|công tác|tiếp công dân)|thư mời|chương trình|đề án|biên bản|công điện)$/i
const longestHeadline = 300
/** The headline stands near the top: below the name of the body and the motto, no further. */
const lookedAt = 12

/** Takes headline and lead out of the text, where the file's styles, or its look, say which they are. */
export function findHeadline(blocks: readonly Block[], facts: PageFacts, fileName: string): Titled {
  if (facts.headline !== null) {
    const headline = facts.headline
    const rest = blocks.filter(
      (block, index) => index > 5 || !isLine(block) || lineOf(block.runs) !== headline,
    )
    return { headline, lead: facts.lead ?? '', blocks: trimmed(rest) }
  }
  const found = findTitle(blocks)
  if (found === null) return { headline: titleOfFile(fileName), lead: '', blocks: trimmed(blocks) }
  const { from, to } = found
  const parts = blocks.slice(from, to).filter(isLine)
  const subtitle = blocks[to]
  const hasLead = subtitle?.kind === 'paragraph' && subtitle.look === 'subtitle'
  return {
    headline: parts.map(part => lineOf(part.runs)).join(' '),
    lead: hasLead ? lineOf(subtitle.runs) : '',
    blocks: trimmed([...blocks.slice(0, from), ...blocks.slice(hasLead ? to + 1 : to)]),
  }
}

function findTitle(blocks: readonly Block[]): { readonly from: number; readonly to: number } | null {
  const top = blocks.slice(0, lookedAt)
  const styled = top.findIndex(block => block.kind === 'paragraph' && block.look === 'title')
  const heading = top.findIndex(block => block.kind === 'heading')
  const bold = top.findIndex(
    block => isLine(block) && (isBold(block) || formNames.test(lineOf(block.runs))) && isShort(block),
  )
  const first = top.findIndex(block => isLine(block) && !isBlank(block))
  // A heading further down than the first words is a heading of the text, not its name.
  const candidates = [styled, heading === first ? heading : -1, bold, first]
  const from = candidates.find(index => index >= 0 && isShort(blocks[index])) ?? -1
  if (from < 0) return null
  const line = blocks[from]
  if (line === undefined || !isLine(line) || !formNames.test(lineOf(line.runs))) return { from, to: from + 1 }
  const next = blocks.findIndex((block, index) => index > from && !isBlank(block))
  const about = blocks[next]
  const goesOn = about !== undefined && isLine(about) && isShort(about) && (isBold(about) || isAbout(about))
  return { from, to: goesOn ? next + 1 : from + 1 }
}

type Line = Extract<Block, { kind: 'paragraph' | 'heading' }>

function isLine(block: Block): block is Line {
  return block.kind === 'paragraph' || block.kind === 'heading'
}

function isShort(block: Block | undefined): boolean {
  return (
    block !== undefined && isLine(block) && !isBlank(block) && lineOf(block.runs).length <= longestHeadline
  )
}

function isBold(block: Line): boolean {
  const worded = block.runs.filter(run => run.text.trim() !== '')
  return worded.length > 0 && worded.every(run => run.marks.includes('bold'))
}

function isAbout(block: Line): boolean {
  return /^(v\/v|về việc|về)\s/i.test(lineOf(block.runs))
}

function trimmed(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(block => !isBlank(block))
  const last = blocks.findLastIndex(block => !isBlank(block))
  return first < 0 ? [] : blocks.slice(first, last + 1)
}

function titleOfFile(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
}

/** Empty paragraphs are how office programs make space; readers' pages have their own. */
export function withoutBlanks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (isBlank(block)) return []
    switch (block.kind) {
      case 'heading':
        return plainText(block.runs).trim() === '' ? [] : [block]
      case 'list': {
        const items = block.items.map(withoutBlanks).filter(item => item.length > 0)
        return items.length === 0 ? [] : [{ ...block, items }]
      }
      case 'quote':
        return [{ ...block, blocks: withoutBlanks(block.blocks) }]
      case 'table':
        return [
          {
            ...block,
            rows: block.rows.map(row => row.map(cell => ({ ...cell, blocks: withoutBlanks(cell.blocks) }))),
          },
        ]
      default:
        return [block]
    }
  })
}
