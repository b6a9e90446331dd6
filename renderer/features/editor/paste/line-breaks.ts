import { readStyle } from './style.ts'

const blocks = new Set(
  'P DIV UL OL LI TABLE THEAD TBODY TFOOT TR TD TH H1 H2 H3 H4 H5 H6 BLOCKQUOTE FIGURE HR'.split(' '),
)

/**
 * Lines of chats and of old pages: a new line of text that keeps its lines, and two breaks in a row, begin a paragraph; a
 * break between blocks is nothing.
 */
export function splitLines(fragment: DocumentFragment): void {
  breakKeptLines(fragment)
  for (const line of fragment.querySelectorAll('br')) {
    if (line.getRootNode() !== fragment) continue
    if (isIdle(line)) line.remove()
    else if (beside(line, 'nextSibling')?.nodeName === 'BR') splitAt(line)
  }
}

/** Between blocks, or the last thing of one: nobody sees it. */
function isIdle(line: Element): boolean {
  const next = beside(line, 'nextSibling')
  return (
    isBlock(beside(line, 'previousSibling')) || isBlock(next) || (next === null && isBlock(line.parentNode))
  )
}

function breakKeptLines(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('[data-style]')) {
    const style = readStyle(element)
    const keeps = /^(?:pre|break-spaces)/.test(
      style.get('white-space') ?? style.get('white-space-collapse') ?? '',
    )
    if (keeps) for (const text of textsOf(element)) breakText(text)
  }
}

function breakText(text: Text): void {
  const lines = text.data.split(/\r?\n/)
  if (lines.length === 1) return
  const document = text.ownerDocument
  text.replaceWith(
    ...lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [document.createElement('br'), document.createElement('br')]),
      ...(line === '' ? [] : [document.createTextNode(line)]),
    ]),
  )
}

/** What stands before the breaks becomes a paragraph of its own. */
function splitAt(first: Element): void {
  let container: Node | null = first.parentNode
  while (container?.parentNode != null && !blocks.has(container.nodeName)) container = container.parentNode
  if (container === null || /^H\d$/.test(container.nodeName)) return
  const before = first.ownerDocument.createRange()
  before.setStart(container, 0)
  const lastBlock = [...container.childNodes].findLast(
    node => isBlock(node) && (first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
  )
  if (lastBlock !== undefined) before.setStartAfter(lastBlock)
  before.setEndBefore(first)
  let next = beside(first, 'nextSibling')
  while (next?.nodeName === 'BR') {
    const after = beside(next, 'nextSibling')
    next.parentNode?.removeChild(next)
    next = after
  }
  const paragraph = first.ownerDocument.createElement('p')
  paragraph.append(before.extractContents())
  first.remove()
  if (paragraph.textContent.trim() === '' && paragraph.querySelector('img') === null) return
  if (container.nodeName === 'P') container.parentNode?.insertBefore(paragraph, container)
  else before.insertNode(paragraph)
}

/** The neighbour, blank text left out. */
function beside(node: Node, side: 'previousSibling' | 'nextSibling'): Node | null {
  let at = node[side]
  while (at !== null && at.nodeType === Node.TEXT_NODE && at.textContent?.trim() === '') at = at[side]
  return at
}

function isBlock(node: Node | null): boolean {
  return node !== null && blocks.has(node.nodeName)
}

function textsOf(element: Element): readonly Text[] {
  const found: Text[] = []
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) if (texts.currentNode instanceof Text) found.push(texts.currentNode)
  return found
}
