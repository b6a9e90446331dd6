/** Which element says what a style says; anything else in a style is decoration and goes. */
const meanings = [
  { tag: 'strong', style: /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i },
  { tag: 'em', style: /(?:^|;)\s*font-style\s*:\s*italic/i },
  { tag: 'u', style: /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*underline/i },
  { tag: 's', style: /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i },
  { tag: 'sup', style: /(?:^|;)\s*vertical-align\s*:\s*super/i },
  { tag: 'sub', style: /(?:^|;)\s*vertical-align\s*:\s*sub\b/i },
] as const

/** Turns `data-style` of inline text into elements and takes the attribute away everywhere. */
export function keepInlineStyles(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.getAttribute('data-style') ?? ''
    element.removeAttribute('data-style')
    if (element.tagName !== 'SPAN') continue
    for (const { tag, style: pattern } of meanings) {
      // Links are underlined anyway.
      if (pattern.test(style) && !(tag === 'u' && element.closest('a') !== null)) wrapContent(element, tag)
    }
  }
}

/** Google Docs wraps a whole copy into `<b style="font-weight:normal">`. */
export function unwrapPlainBold(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('b[data-style], strong[data-style]')) {
    if (/(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)/i.test(element.getAttribute('data-style') ?? '')) {
      element.replaceWith(...element.childNodes)
    }
  }
}

function wrapContent(element: HTMLElement, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}
