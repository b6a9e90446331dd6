import { fold } from '#common/vietnamese/fold'
import { containment } from '#common/vietnamese/similarity'
import {
  type Block,
  type Losses,
  type PageFacts,
  plainText,
  type Reference,
  textRuns,
} from '../blocks/blocks'
import { lineOf } from '../blocks/to-body'
import type { HeadFacts } from './page-facts'
import { vietnameseInstant } from './page-facts'

export interface SavedArticle {
  readonly blocks: readonly Block[]
  readonly facts: PageFacts
}

/** Headings of lists that portals put around an article. */
const furniture =
  /^(tin|bài|bài viết|các tin|các bài)( viết)? (cùng chuyên mục|khác|liên quan|mới( nhất)?|nóng|nổi bật|đã đưa|cũ hơn|mới hơn|xem nhiều|đọc nhiều)$|^(ý kiến (bạn đọc|phản hồi|thăm dò)|bình luận|về đầu trang|lượt truy cập|thống kê truy cập|liên kết (website|trang))\b/i
const sourceLine = /^\(?\s*nguồn\s*(?:tin)?\s*(?::|từ|-|–)?\s*(.{2,200}?)\s*\)?\.?$/i
const dateLine =
  /^\(?\s*(?:ngày\s*)?\d{1,2}[/-]\d{1,2}[/-]\d{4}(?:\D{1,4}\d{1,2}:\d{2}(?::\d{2})?)?\s*[-)]?\s*$/i

/**
 * The one article of a page saved from a portal: from its headline to the first list of other articles, once, however often
 * the page repeats it. Null when the page has no headline, or no article below one.
 */
export function savedArticle(blocks: readonly Block[], head: HeadFacts, losses: Losses): SavedArticle | null {
  const starts = headlinePlaces(blocks, head.title)
  const bodies = starts
    .map(start => ({ start, blocks: bodyFrom(blocks, start, starts) }))
    .filter(({ blocks }) => blocks.length > 0)
  const best = bodies.reduce<(typeof bodies)[number] | null>(
    (best, body) => (best === null || wordsOf(body.blocks) > wordsOf(best.blocks) * 1.05 ? body : best),
    null,
  )
  const headline = best === null ? undefined : blocks[best.start]
  if (best === null || headline === undefined || !isLine(headline)) return null
  const again = bodies.filter(body => body !== best && repeats(body.blocks, best.blocks))
  losses.add('doubled-text', again.length)
  const { body, publishedAt, sourceName } = readEdges(best.blocks)
  losses.add('page-parts', blocks.length - bodies.reduce((sum, { blocks }) => sum + blocks.length + 1, 0))
  const outside = blocks.filter(
    (block, index) =>
      block !== headline &&
      !bodies.some(({ start, blocks }) => index >= start && index <= start + blocks.length),
  )
  return {
    blocks: body,
    facts: {
      headline: lineOf(headline.runs),
      lead: null,
      sourceName,
      url: head.url,
      publishedAt: head.publishedAt ?? publishedAt,
      references: referencesIn(outside, lineOf(headline.runs)),
    },
  }
}

type Line = Extract<Block, { kind: 'paragraph' | 'heading' }>

function isLine(block: Block): block is Line {
  return block.kind === 'paragraph' || block.kind === 'heading'
}

/** Where the page's title stands in the page; titles often carry the portal's name behind it. */
function headlinePlaces(blocks: readonly Block[], title: string | null): number[] {
  const wanted = title === null ? null : fold(title)
  const named = blocks.flatMap((block, index) => {
    const text = isLine(block) ? fold(lineOf(block.runs)) : ''
    return text.length >= 8 && wanted !== null && (text === wanted || wanted.startsWith(`${text} `))
      ? [index]
      : []
  })
  if (named.length > 0) return named
  return blocks.flatMap((block, index) => (block.kind === 'heading' && block.level === 1 ? [index] : []))
}

function bodyFrom(blocks: readonly Block[], start: number, starts: readonly number[]): readonly Block[] {
  const rest = blocks.slice(start + 1)
  const next = starts.find(place => place > start)
  const end = rest.findIndex(
    (block, index) =>
      (isLine(block) && furniture.test(lineOf(block.runs))) ||
      (next !== undefined && start + 1 + index >= next),
  )
  return end < 0 ? rest : rest.slice(0, end)
}

function wordsOf(blocks: readonly Block[]): number {
  return textRuns(blocks).reduce((sum, runs) => sum + plainText(runs).length, 0)
}

function repeats(some: readonly Block[], whole: readonly Block[]): boolean {
  const text = (blocks: readonly Block[]) => textRuns(blocks).map(plainText).join(' ').slice(0, 20_000)
  return containment(text(some), text(whole)) >= 0.8
}

/** The date below the headline and the source at the end are facts, not words of the text. */
function readEdges(blocks: readonly Block[]) {
  let publishedAt: string | null = null
  let sourceName: string | null = null
  const body = blocks.filter((block, index) => {
    const text = isLine(block) ? lineOf(block.runs) : ''
    if (index < 3 && publishedAt === null && dateLine.test(text)) {
      publishedAt = vietnameseInstant(text)
      return false
    }
    const source = index >= blocks.length - 3 ? sourceLine.exec(text)?.[1] : undefined
    if (source === undefined || sourceName !== null) return true
    sourceName = source.trim()
    return false
  })
  return { body, publishedAt, sourceName }
}

const mostReferences = 100

/** Headlines with a date beside or below them. */
function referencesIn(blocks: readonly Block[], own: string): Reference[] {
  const lines = textRuns(blocks).flatMap(runs =>
    plainText(runs)
      .split('\n')
      .map(text => ({
        text: text.replaceAll(/\s+/g, ' ').trim(),
        url: runs.find(run => run.href)?.href ?? null,
      })),
  )
  const found = new Map<string, Reference>()
  lines.forEach(({ text, url }, index) => {
    const match =
      /^(.*?)[\s–-]*\(?(\d{1,2}[/-]\d{1,2}[/-]\d{4}(?:\D{1,4}\d{1,2}:\d{2}(?::\d{2})?)?)\)?[\s-]*$/.exec(text)
    if (match === null) return
    const beside = (match[1] ?? '').replace(/^[-•\s]+/, '').trim()
    const above = lines[index - 1]
    const headline = beside !== '' ? beside : (above?.text.replace(/^[-•\s]+/, '') ?? '')
    if (headline.length < 8 || headline.length > 300 || headline === own || furniture.test(headline)) return
    const address = beside !== '' ? url : (above?.url ?? url)
    found.set(fold(headline), { headline, publishedAt: vietnameseInstant(match[2] ?? ''), url: address })
  })
  return [...found.values()].slice(0, mostReferences)
}
