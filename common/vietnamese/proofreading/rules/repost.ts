import type { ArticleText } from '../article-text'
import type { Mark } from '../finding'

const sourceLine = /^\(?\s*(?:nguồn|theo)\s*(?:từ|:|bài|báo)?\s*:?\s*\p{L}/iu

/** A text of others names its author, its date and its address (Luật Sở hữu trí tuệ, Điều 25: quotation with source). */
export function repost({
  blocks,
  kind,
  source,
}: ArticleText): { readonly block: number; readonly marks: readonly Mark[] } | null {
  const line = blocks.findLastIndex(
    block => block.text.length < 200 && sourceLine.test(block.text.trim()) && isSourceLine(block.text),
  )
  const isRepost = kind === 'repost' || line !== -1
  if (!isRepost) return null
  const at = line === -1 ? 0 : line
  const text = blocks[at]?.text ?? ''
  const said = line === -1 ? '' : text
  const whole = { from: 0, to: text.length }
  const marks: Mark[] = []
  const hasAuthor =
    source.author !== null ||
    /tác giả|\p{Lu}\p{L}+ \p{Lu}\p{L}+ ?[-–,/]|^\s*\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){1,3}\s*\(/u.test(said)
  if (!hasAuthor) marks.push({ rule: 'repost-author', ...whole })
  if (source.date === null && !/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(said))
    marks.push({ rule: 'repost-date', ...whole })
  if (source.url === null && !/https?:\/\/|www\.|[a-z\d-]+\.(?:vn|com|net|org)/i.test(said))
    marks.push({ rule: 'repost-link', ...whole })
  return { block: at, marks }
}

/** "Theo báo cáo của …, trong tháng" begins a sentence; a source line only names. */
function isSourceLine(text: string): boolean {
  const line = text.trim()
  if (/^\(?\s*nguồn\s*(?::|từ)/iu.test(line)) return true
  return (
    /^\(\s*(?:nguồn|theo)\b.*\)\.?$/iu.test(line) ||
    /^theo (?:báo|trang|cổng|TTXVN|VOV|VTV)[^,.]*\.?$/iu.test(line)
  )
}
