import DOMPurify, { type Config } from 'dompurify'
import { composeVietnamese } from '#common/vietnamese/encodings/compose'
import { type FontSpan, readFonts } from '../encoding/font-spans.ts'
import { keepInlineStyles, unwrapPlainBold } from './inline-styles.ts'
import { joinWordLists } from './word-lists.ts'

export interface CleanHtml {
  readonly html: string
  /** Pictures of other sites that were left out. */
  readonly droppedPictures: number
  /** Fonts of the text where they hint at an encoding before Unicode. */
  readonly fonts: readonly FontSpan[]
}

/** About 2,000 pages; beyond that a paste would only stall the screen. */
const charactersAtMost = 6_000_000

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  // biome-ignore format: one group a line
  ALLOWED_TAGS: [
    'p', 'div', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote',
    'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'figure', 'figcaption', 'img',
    'a', 'span', 'font', 'strong', 'b', 'em', 'i', 'u', 's', 'strike', 'del', 'sub', 'sup',
  ],
  ALLOWED_ATTR: ['href', 'colspan', 'rowspan', 'start', 'face'],
  ADD_URI_SAFE_ATTR: ['face'],
  ALLOW_DATA_ATTR: true,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
  RETURN_DOM_FRAGMENT: true,
}

/**
 * HTML of a paste or a drop, reduced to what an article can hold: no scripts, no styles, no foreign pictures; bold,
 * italic and lists that Word and Google Docs write as styles become elements. The schema decides about the rest.
 */
export function cleanHtml(html: string): CleanHtml {
  if (html.length > charactersAtMost) return { html: '', droppedPictures: 0, fonts: [] }
  const fragment = DOMPurify.sanitize(stylesAsData(html), config)
  const droppedPictures = dropPictures(fragment)
  unwrapPlainBold(fragment)
  joinWordLists(fragment)
  const fonts = readFonts(fragment)
  unwrapFonts(fragment)
  keepInlineStyles(fragment)
  dropEmptyParagraphs(fragment)
  const holder = fragment.ownerDocument.createElement('div')
  holder.append(fragment)
  return { html: composeVietnamese(holder.innerHTML), droppedPictures, fonts }
}

/** The policy forbids inline styles even in documents nobody sees, so they are read from another attribute. */
function stylesAsData(html: string): string {
  return html.replace(/<[a-z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/gi, tag =>
    tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'),
  )
}

/** Our own figures name a stored picture and need no address; every other picture stays behind. */
function dropPictures(fragment: DocumentFragment): number {
  let dropped = 0
  for (const picture of fragment.querySelectorAll('img')) {
    if (picture.closest('figure[data-image]') === null) dropped += 1
    picture.remove()
  }
  return dropped
}

function unwrapFonts(fragment: DocumentFragment): void {
  for (const font of fragment.querySelectorAll('font')) font.replaceWith(...font.childNodes)
}

/** Word puts an empty paragraph between paragraphs; table cells and list items keep theirs. */
function dropEmptyParagraphs(fragment: DocumentFragment): void {
  const paragraphs = [...fragment.querySelectorAll('p')]
  if (paragraphs.length === 1) return
  for (const paragraph of paragraphs) {
    const empty = paragraph.children.length === 0 && paragraph.textContent.trim() === ''
    const inPlace = paragraph.hasAttribute('data-part') || paragraph.closest('td, th, li') !== null
    if (empty && !inPlace) paragraph.remove()
  }
}
