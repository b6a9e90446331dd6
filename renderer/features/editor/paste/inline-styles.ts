import { readStyle } from './style.ts'

type Style = ReadonlyMap<string, string>

/** Which element says what a style says; anything else in a style is decoration and goes. */
const meanings: readonly { readonly tag: string; readonly isMeant: (style: Style) => boolean }[] = [
  { tag: 'strong', isMeant: style => /^(?:bold|[6-9]00)/.test(style.get('font-weight') ?? '') },
  { tag: 'em', isMeant: style => style.get('font-style')?.startsWith('italic') === true },
  { tag: 'u', isMeant: style => decoration(style).includes('underline') },
  { tag: 's', isMeant: style => decoration(style).includes('line-through') },
  { tag: 'sup', isMeant: style => style.get('vertical-align')?.startsWith('super') === true },
  { tag: 'sub', isMeant: style => /^sub\b/.test(style.get('vertical-align') ?? '') },
]

/** Of these the style of the whole speaks of its words. */
const carriers = new Set(['SPAN', 'TD', 'TH', 'P', 'LI'])

/** Turns `data-style` of text into elements and takes the attribute away everywhere. */
export function keepInlineStyles(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = readStyle(element)
    element.removeAttribute('data-style')
    if (!carriers.has(element.tagName)) continue
    for (const { tag, isMeant } of meanings) {
      // Links are underlined anyway.
      if (isMeant(style) && !(tag === 'u' && element.closest('a') !== null)) wrapWords(element, tag)
    }
  }
}

/** Google Docs wraps a whole copy into `<b style="font-weight:normal">`. */
export function unwrapPlainBold(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('b[data-style], strong[data-style]')) {
    if (/^(?:normal|[1-4]00)/.test(readStyle(element).get('font-weight') ?? ''))
      element.replaceWith(...element.childNodes)
  }
}

/** Headings and heads of tables are bold of themselves. */
export function unwrapBoldHeads(fragment: DocumentFragment): void {
  for (const bold of fragment.querySelectorAll(':is(h1, h2, h3, h4, h5, h6, th) :is(b, strong)'))
    bold.replaceWith(...bold.childNodes)
}

function decoration(style: Style): string {
  return `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
}

/** Words stand in an inline element each, blocks within keep their place. */
function wrapWords(element: HTMLElement, tag: string): void {
  const blocks = element.querySelectorAll('p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, li')
  for (const holder of blocks.length === 0 ? [element] : blocks) {
    if (blocks.length > 0 && holder.querySelector('p, div, ul, ol, table, li') !== null) continue
    const wrapper = element.ownerDocument.createElement(tag)
    wrapper.append(...holder.childNodes)
    holder.append(wrapper)
  }
}
