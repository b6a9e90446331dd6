import DOMPurify, { type Config } from 'dompurify'
import { composeVietnamese } from '#common/vietnamese/encodings/compose'
import { type FontSpan, readFonts } from '../encoding/font-spans.ts'
import { keepInlineStyles, unwrapBoldHeads, unwrapPlainBold } from './inline-styles.ts'
import { splitLines } from './line-breaks.ts'
import { dropOfficeParts } from './office-parts.ts'
import { type DroppedPictures, placePictures, type StoredPictures } from './place-pictures.ts'
import { classRules } from './style.ts'
import { markTableHeads } from './table-heads.ts'
import { joinWordLists } from './word-lists.ts'

export interface CleanHtml {
  readonly html: string
  readonly dropped: DroppedPictures
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
  ALLOWED_ATTR: ['href', 'colspan', 'rowspan', 'start', 'face', 'alt', 'datetime'],
  // Every value is held against the addresses below but those of these.
  ADD_URI_SAFE_ATTR: ['colspan', 'rowspan', 'start', 'face', 'alt', 'datetime'],
  ALLOW_DATA_ATTR: true,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
  RETURN_DOM_FRAGMENT: true,
}

/**
 * HTML of a paste or a drop, reduced to what an article can hold: no scripts, no styles, no foreign pictures; bold,
 * italic and lists that Word and Google Docs write as styles become elements, pictures in `stored` figures. The schema
 * decides about the rest.
 */
export function cleanHtml(html: string, stored: StoredPictures = []): CleanHtml {
  if (html.length > charactersAtMost) return { html: '', dropped: { onDisk: 0, elsewhere: 0 }, fonts: [] }
  const fragment = DOMPurify.sanitize(readableAttributes(html), config)
  dropOfficeParts(fragment)
  const dropped = placePictures(fragment, stored)
  unwrapPlainBold(fragment)
  joinWordLists(fragment)
  // A copy out of an article is as it should be.
  const isForeign = fragment.querySelector('[data-pm-slice]') === null
  if (isForeign) splitLines(fragment)
  const fonts = readFonts(fragment)
  unwrapFonts(fragment)
  keepInlineStyles(fragment)
  if (isForeign) {
    markTableHeads(fragment)
    unwrapBoldHeads(fragment)
  }
  dropEmptyParagraphs(fragment)
  const holder = fragment.ownerDocument.createElement('div')
  holder.append(fragment)
  return { html: composeVietnamese(holder.innerHTML), dropped, fonts }
}

/**
 * Styles, with those of the paste's own classes, and addresses of pictures, under names that survive and do nothing. What
 * would run goes with them: the policy would report it, though nothing of it runs where it is cleaned.
 */
function readableAttributes(html: string): string {
  const rulesOf = classRules(html)
  return html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, '')
    .replace(
      /<([a-z][\w:-]*)(?![\w:-])[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/gi,
      (tag, name: string) => {
        const renamed = tag
          .replace(/([\s"'/])(style|src)(\s*=)/gi, '$1data-$2$3')
          .replace(/([\s"'/])(on[a-z]+\s*=)/gi, '$1x-$2')
        const classes = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag)
        const rules = classes === null ? '' : rulesOf(name, classes[1] ?? classes[2] ?? classes[3] ?? '')
        return rules === '' ? renamed : withRules(renamed, rules.replaceAll('"', "'"))
      },
    )
}

function withRules(tag: string, rules: string): string {
  const own = /\sdata-style\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  const rest = own === null ? tag : tag.replace(own[0], '')
  const style = `${rules};${(own?.[1] ?? own?.[2] ?? '').replaceAll('"', "'")}`
  return rest.replace(/^<[\w:-]+/, start => `${start} data-style="${style}"`)
}

function unwrapFonts(fragment: DocumentFragment): void {
  for (const font of fragment.querySelectorAll('font')) font.replaceWith(...font.childNodes)
}

/** Word puts an empty paragraph between paragraphs; table cells and list items keep theirs. */
function dropEmptyParagraphs(fragment: DocumentFragment): void {
  const paragraphs = [...fragment.querySelectorAll('p')]
  if (paragraphs.length === 1) return
  for (const paragraph of paragraphs) {
    const empty = paragraph.textContent.trim() === '' && paragraph.querySelector('figure') === null
    const inPlace = paragraph.hasAttribute('data-part') || paragraph.closest('td, th, li') !== null
    if (empty && !inPlace) paragraph.remove()
  }
}
