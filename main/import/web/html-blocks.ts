import { defaultTreeAdapter } from 'parse5'
import {
  type Block,
  type Cell,
  isBlank,
  type Losses,
  type Picture,
  plainText,
  type Run,
  trimRuns,
} from '../blocks/blocks'
import { type ListItem, nestLists } from '../blocks/nest-lists'
import { importLimits } from '../import-limits'
import { type HtmlLook, lookWithin } from './html-look'
import {
  attributeOf,
  elementsBelow,
  type HtmlElement,
  type HtmlNode,
  isHtmlElement,
  styleOf,
  textBelow,
} from './read-html'

/** Elements of which nothing comes in. Programs among them are told; the rest is furniture of a page. */
const active = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'applet',
  'form',
  'svg',
  'math',
  'video',
  'audio',
])
const silent = new Set([
  'head',
  'style',
  'template',
  'noscript',
  'title',
  'meta',
  'link',
  'base',
  'canvas',
  'map',
  'input',
  'select',
  'textarea',
  'button',
  'label',
  'datalist',
  'dialog',
  'nav',
  'frameset',
  'portal',
])
const blockTags = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'address',
  'center',
  'dl',
  'dt',
  'dd',
  'figcaption',
  'body',
  'html',
  'fieldset',
  'details',
  'summary',
  'hgroup',
  'pre',
  'caption',
  'legend',
])

export interface PageScope {
  readonly losses: Losses
  readonly pictures: Picture[]
  /** Bytes of a picture that came with the page; null where it did not. */
  readonly findPicture: (address: string) => Picture | null
}

const plainLook: HtmlLook = { marks: [], pre: false }

/** The blocks of a page, by its elements alone: what is not known here is read through or left out, never kept as it is. */
export function htmlBlocks(
  scope: PageScope,
  nodes: readonly HtmlNode[],
  around: HtmlLook = plainLook,
): Block[] {
  const flow = new Flow()
  for (const node of nodes) readNode(scope, flow, node, around)
  return nestLists(flow.end())
}

/** Words gather until something begins a block of its own. */
class Flow {
  readonly #parts: (Block | ListItem)[] = []
  #runs: Run[] = []

  addText(run: Run): void {
    const last = this.#runs.at(-1)
    const starts = last === undefined || /[\s\n]$/.test(last.text)
    const text = starts ? run.text.replace(/^ +/, '') : run.text
    if (text !== '') this.#runs.push({ ...run, text })
  }

  addBlock(...blocks: readonly (Block | ListItem)[]): void {
    this.flush()
    this.#parts.push(...blocks)
  }

  /** What stood in between becomes a paragraph. */
  flush(make: (runs: readonly Run[]) => Block | ListItem = asParagraph): void {
    const runs = trimRuns(this.#runs)
    this.#runs = []
    if (plainText(runs).trim() !== '') this.#parts.push(make(runs))
  }

  end(): readonly (Block | ListItem)[] {
    this.flush()
    return this.#parts
  }
}

function asParagraph(runs: readonly Run[]): Block {
  return { kind: 'paragraph', runs, look: 'plain' }
}

function readNode(scope: PageScope, flow: Flow, node: HtmlNode, around: HtmlLook): void {
  if ('value' in node) {
    const text = around.pre ? node.value : node.value.replaceAll(/[\t\n\r\f ]+/g, ' ')
    flow.addText({ text, marks: around.marks, font: around.font, href: around.href })
  } else if (isHtmlElement(node)) readElement(scope, flow, node, around)
}

function readElement(scope: PageScope, flow: Flow, element: HtmlElement, around: HtmlLook): void {
  const { tagName } = element
  if (active.has(tagName)) scope.losses.add('active-parts')
  else if (styleOf(element, 'display') === 'none') {
    if (textBelow(element).trim() !== '') scope.losses.add('hidden-text')
  } else if (!silent.has(tagName)) readShown(scope, flow, element, lookWithin(element, around))
}

function readShown(scope: PageScope, flow: Flow, element: HtmlElement, look: HtmlLook): void {
  const { tagName, childNodes } = element
  const heading = /^h([1-6])$/.exec(tagName)
  if (heading !== null) readHeading(scope, flow, element, look, Number(heading[1]) as 1)
  else if (tagName === 'br') flow.addText({ text: '\n', marks: [] })
  else if (tagName === 'hr') flow.addBlock({ kind: 'rule' })
  else if (tagName === 'img') readPicture(scope, flow, element)
  else if (tagName === 'ul' || tagName === 'ol') flow.addBlock(readList(scope, element, look))
  else if (tagName === 'table') flow.addBlock(readTable(scope, element, look))
  else if (tagName === 'blockquote')
    flow.addBlock({ kind: 'quote', blocks: htmlBlocks(scope, childNodes, look) })
  else if (tagName === 'figure') readFigure(scope, flow, element, look)
  else if (tagName === 'li') flow.addBlock(...htmlBlocks(scope, childNodes, look))
  else if (blockTags.has(tagName)) readBlock(scope, flow, element, look)
  else for (const child of childNodes) readNode(scope, flow, child, look)
}

function readBlock(scope: PageScope, flow: Flow, element: HtmlElement, look: HtmlLook): void {
  const list = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(attributeOf(element, 'style') ?? '')
  flow.flush()
  if (list !== null) {
    readWordItem(scope, flow, element, look, Number(list[1]) - 1)
    return
  }
  const centred = styleOf(element, 'text-align') === 'center' || attributeOf(element, 'align') === 'center'
  for (const child of element.childNodes) readNode(scope, flow, child, look)
  const title = /\bMsoTitle\b/.test(attributeOf(element, 'class') ?? '')
  flow.flush(runs => ({ kind: 'paragraph', runs, look: title ? 'title' : centred ? 'centred' : 'plain' }))
}

function readHeading(scope: PageScope, flow: Flow, element: HtmlElement, look: HtmlLook, level: 1): void {
  flow.flush()
  const blocks = htmlBlocks(scope, element.childNodes, look)
  const runs = blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs : []))
  const others = blocks.filter(block => block.kind !== 'paragraph')
  if (plainText(runs).trim() !== '') flow.addBlock({ kind: 'heading', level, runs: runs.map(withoutBreaks) })
  flow.addBlock(...others)
}

function withoutBreaks(run: Run): Run {
  return { ...run, text: run.text.replaceAll('\n', ' ') }
}

/** Word saves list items as paragraphs with the bullet typed into them. */
function readWordItem(
  scope: PageScope,
  flow: Flow,
  element: HtmlElement,
  look: HtmlLook,
  level: number,
): void {
  const bullet = elementsBelow(element, 'span').find(span => styleOf(span, 'mso-list') === 'ignore')
  const label = bullet === undefined ? '' : textBelow(bullet).trim()
  if (bullet !== undefined) defaultTreeAdapter.detachNode(bullet)
  const number = /^(\d+)[.)]/.exec(label)
  const blocks = htmlBlocks(scope, element.childNodes, look)
  flow.addBlock({ kind: 'item', level, ordered: number !== null, number: Number(number?.[1] ?? 1), blocks })
}

function readList(scope: PageScope, list: HtmlElement, look: HtmlLook): Block {
  const items: Block[][] = []
  for (const child of list.childNodes.filter(isHtmlElement)) {
    const blocks = htmlBlocks(scope, child.tagName === 'li' ? child.childNodes : [child], look)
    // Google Docs and old pages put a deeper list beside its item instead of into it.
    const beside = child.tagName !== 'li' ? items.at(-1) : undefined
    if (beside !== undefined) beside.push(...blocks)
    else if (blocks.length > 0) items.push(blocks)
  }
  const start = Number(attributeOf(list, 'start') ?? 1)
  return { kind: 'list', ordered: list.tagName === 'ol', start: Number.isInteger(start) ? start : 1, items }
}

function readTable(scope: PageScope, table: HtmlElement, look: HtmlLook): Block {
  const rows = rowsOf(table).slice(0, importLimits.rows)
  return {
    kind: 'table',
    rows: rows.map(({ row, inHead }) =>
      row.childNodes
        .filter(isHtmlElement)
        .filter(cell => cell.tagName === 'td' || cell.tagName === 'th')
        .map(
          (cell): Cell => ({
            blocks: htmlBlocks(scope, cell.childNodes, look).filter(block => !isBlank(block)),
            colspan: spanOf(cell, 'colspan'),
            rowspan: spanOf(cell, 'rowspan'),
            header: inHead || cell.tagName === 'th',
          }),
        ),
    ),
  }
}

function rowsOf(
  parent: HtmlElement,
  inHead = false,
): { readonly row: HtmlElement; readonly inHead: boolean }[] {
  return parent.childNodes.filter(isHtmlElement).flatMap(child => {
    if (child.tagName === 'tr') return [{ row: child, inHead }]
    return /^t(head|body|foot)$/.test(child.tagName) ? rowsOf(child, child.tagName === 'thead') : []
  })
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number(attributeOf(cell, name) ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 50) : 1
}

function readPicture(scope: PageScope, flow: Flow, element: HtmlElement): void {
  const picture = takePicture(scope, attributeOf(element, 'src') ?? '')
  if (picture === null) return
  flow.addBlock({ kind: 'picture', picture, alt: attributeOf(element, 'alt')?.trim() ?? '', caption: [] })
}

function readFigure(scope: PageScope, flow: Flow, element: HtmlElement, look: HtmlLook): void {
  const caption = elementsBelow(element, 'figcaption')[0]
  const words = caption === undefined ? [] : htmlBlocks(scope, caption.childNodes, look)
  const runs = words.flatMap(block => (block.kind === 'paragraph' ? block.runs : []))
  if (caption !== undefined) defaultTreeAdapter.detachNode(caption)
  const blocks = htmlBlocks(scope, element.childNodes, look)
  const at = blocks.findLastIndex(block => block.kind === 'picture')
  const captioned = blocks.map((block, index) =>
    index === at && block.kind === 'picture' ? { ...block, caption: runs } : block,
  )
  flow.addBlock(...captioned, ...(at < 0 ? words : []))
}

function takePicture(scope: PageScope, address: string): number | null {
  const picture = scope.findPicture(address)
  if (picture === null) {
    scope.losses.add('pictures-outside')
    return null
  }
  if (scope.pictures.length >= importLimits.pictures) {
    scope.losses.add('pictures-too-many')
    return null
  }
  scope.pictures.push(picture)
  return scope.pictures.length - 1
}
