import type { InlineMark } from '../blocks/blocks'
import { attributeOf, type HtmlElement, styleOf } from './read-html'

/** What an element does to the words in it. */
export interface HtmlLook {
  readonly marks: readonly InlineMark[]
  readonly font?: string | undefined
  readonly href?: string | undefined
  readonly pre: boolean
}

const tagMarks: Readonly<Record<string, InlineMark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sub: 'subscript',
  sup: 'superscript',
}

export function lookWithin(element: HtmlElement, around: HtmlLook): HtmlLook {
  const marks = new Set(around.marks)
  const mark = Object.hasOwn(tagMarks, element.tagName) ? tagMarks[element.tagName] : undefined
  if (mark !== undefined) marks.add(mark)
  if (element.tagName === 'a') marks.delete('underline')
  readStyle(element, marks)
  return {
    marks: [...marks],
    font: fontOf(element) ?? around.font,
    href: (element.tagName === 'a' ? addressOf(element) : undefined) ?? around.href,
    pre: around.pre || element.tagName === 'pre',
  }
}

function readStyle(element: HtmlElement, marks: Set<InlineMark>): void {
  const weight = styleOf(element, 'font-weight')
  if (weight !== undefined) setMark(marks, 'bold', /^(bold|bolder|[6-9]00)/.test(weight))
  const slant = styleOf(element, 'font-style')
  if (slant !== undefined) setMark(marks, 'italic', slant.startsWith('italic'))
  const lines = styleOf(element, 'text-decoration') ?? styleOf(element, 'text-decoration-line') ?? ''
  if (lines.includes('underline') && element.tagName !== 'a') marks.add('underline')
  if (lines.includes('line-through')) marks.add('strike')
  const raised = styleOf(element, 'vertical-align')
  if (raised === 'super') marks.add('superscript')
  if (raised === 'sub') marks.add('subscript')
}

function setMark(marks: Set<InlineMark>, mark: InlineMark, on: boolean): void {
  if (on) marks.add(mark)
  else marks.delete(mark)
}

function fontOf(element: HtmlElement): string | undefined {
  const family = attributeOf(element, 'face') ?? fontStyle(element)
  return family
    ?.split(',')[0]
    ?.trim()
    .replaceAll(/^["']|["']$/g, '')
}

/** The name's own capitals matter: `.VnTimeH` draws capitals. */
function fontStyle(element: HtmlElement): string | undefined {
  return /(?:^|;)\s*font-family\s*:\s*([^;]+)/i.exec(attributeOf(element, 'style') ?? '')?.[1]
}

/** Places within the page lead nowhere in an article. */
function addressOf(element: HtmlElement): string | undefined {
  const address = attributeOf(element, 'href')?.trim()
  return address === undefined || address === '' || address.startsWith('#') ? undefined : address
}
