/**
 * What an element's style says: rules of the paste's own style sheets that name its class, then its own. Empty without
 * any. Cleaning keeps both under `data-style`, because the policy forbids inline styles even in documents nobody sees.
 */
export function readStyle(element: Element): ReadonlyMap<string, string> {
  const style = new Map<string, string>()
  for (const declaration of (element.getAttribute('data-style') ?? '').split(';')) {
    const [name, ...value] = declaration.split(':')
    if (name !== undefined && value.length > 0)
      style.set(name.trim().toLowerCase(), value.join(':').trim().toLowerCase())
  }
  return style
}

/**
 * Office programs say by class what a cell or a paragraph looks like, and cleaning takes classes away; so the rules go
 * before the element's own declarations. Rules are read from the paste's `<style>` elements: one class, with or without
 * the name of an element.
 */
export function classRules(html: string): (tag: string, classes: string) => string {
  const rules = new Map<string, string>()
  for (const [, sheet] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)) {
    const plain = (sheet ?? '').replace(/<!--|-->|\/\*[\s\S]*?\*\//g, '')
    for (const [, selectors, declarations] of plain.matchAll(/([^{}]{1,2000})\{([^{}]{0,5000})\}/g)) {
      for (const selector of (selectors ?? '').split(',')) {
        const name = selector.trim().toLowerCase()
        if (/^[a-z0-9]*\.[\w-]+$/.test(name)) rules.set(name, (declarations ?? '').replace(/\s+/g, ' '))
      }
    }
  }
  return (tag, classes) =>
    rules.size === 0
      ? ''
      : classes
          .toLowerCase()
          .split(/\s+/)
          .flatMap(name => [rules.get(`.${name}`) ?? '', rules.get(`${tag.toLowerCase()}.${name}`) ?? ''])
          .filter(found => found !== '')
          .join(';')
}
