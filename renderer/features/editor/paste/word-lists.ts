interface WordItem {
  readonly paragraph: HTMLElement
  readonly level: number
  readonly ordered: boolean
  readonly start: number
}

/** Word writes list items as paragraphs with a bullet typed into them; neighbours become real, nested lists. */
export function joinWordLists(fragment: DocumentFragment): void {
  let run: WordItem[] = []
  for (const paragraph of fragment.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const item = wordItem(paragraph)
    const last = run.at(-1)
    if (last !== undefined && (item === null || last.paragraph.nextElementSibling !== paragraph)) {
      replaceRun(run)
      run = []
    }
    if (item !== null) run.push(item)
  }
  replaceRun(run)
}

function wordItem(paragraph: HTMLElement): WordItem | null {
  const list = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(paragraph.getAttribute('data-style') ?? '')
  if (list === null) return null
  const bullet = paragraph.querySelector('[data-style*="mso-list"]')
  const label = bullet?.textContent.trim() ?? ''
  bullet?.remove()
  const number = /^(\d+)[.)]/.exec(label)
  return {
    paragraph,
    level: Number(list[1]),
    ordered: /^[\p{L}\p{N}]+[.)]/u.test(label),
    start: number === null ? 1 : Math.min(Math.max(Number(number[1]), 1), 9_999),
  }
}

function replaceRun(run: readonly WordItem[]): void {
  const open: { readonly level: number; readonly list: HTMLElement }[] = []
  for (const item of run) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    let top = open.at(-1)
    if (top === undefined || top.level < item.level) {
      top = { level: item.level, list: newList(item) }
      const parent = open.at(-1)?.list.lastElementChild ?? null
      if (parent === null) item.paragraph.before(top.list)
      else parent.append(top.list)
      open.push(top)
    }
    const entry = item.paragraph.ownerDocument.createElement('li')
    const text = item.paragraph.ownerDocument.createElement('p')
    text.append(...item.paragraph.childNodes)
    entry.append(text)
    top.list.append(entry)
    item.paragraph.remove()
  }
}

function newList({ paragraph, ordered, start }: WordItem): HTMLElement {
  const list = paragraph.ownerDocument.createElement(ordered ? 'ol' : 'ul')
  if (ordered && start > 1) list.setAttribute('start', String(start))
  return list
}
