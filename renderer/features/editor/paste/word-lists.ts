interface WordItem {
  readonly paragraph: HTMLElement
  readonly level: number
  /** `written`: a mark that a list of ours does not show, such as `a)` or `Điều 1.`; it stays as words. */
  readonly mark: 'bullet' | 'number' | 'written'
  readonly label: string
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
  const number = /^(\d{1,4})\.$/.exec(label)
  return {
    paragraph,
    level: Number(list[1]),
    mark: markOf(label, paragraph),
    label,
    start: number === null ? 1 : Math.max(Number(number[1]), 1),
  }
}

/** Bullets of Wingdings and Courier are letters too (`o`, `v`, `§`); numbers end in a sign. */
function markOf(label: string, { tagName }: HTMLElement): WordItem['mark'] {
  const isNumber = /^[(\p{L}\p{N}].*[.)\]:]$/u.test(label) || /\d/.test(label)
  // A heading that Word numbers stays a heading.
  if (tagName !== 'P') return 'written'
  if (!isNumber) return 'bullet'
  return /^\d{1,4}\.$/.test(label) ? 'number' : 'written'
}

function replaceRun(run: readonly WordItem[]): void {
  let open: { readonly level: number; readonly mark: WordItem['mark']; readonly list: HTMLElement }[] = []
  for (const item of run) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    if (item.mark === 'written') {
      if (item.label !== '') item.paragraph.prepend(`${item.label} `)
      open = open.filter(({ level }) => level < item.level)
      if (item.paragraph.tagName === 'P') open.at(-1)?.list.lastElementChild?.append(item.paragraph)
      else open = []
      continue
    }
    if (open.at(-1)?.level === item.level && open.at(-1)?.mark !== item.mark) open.pop()
    let top = open.at(-1)
    if (top === undefined || top.level < item.level) {
      top = { level: item.level, mark: item.mark, list: newList(item) }
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

function newList({ paragraph, mark, start }: WordItem): HTMLElement {
  const list = paragraph.ownerDocument.createElement(mark === 'number' ? 'ol' : 'ul')
  if (mark === 'number' && start > 1) list.setAttribute('start', String(start))
  return list
}
