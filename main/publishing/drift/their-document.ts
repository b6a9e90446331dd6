import { parseFragment, serializeOuter } from 'parse5'
import { Fragment, type Node } from 'prosemirror-model'
import { checkDocument } from '#common/document/check'
import { schema } from '#common/document/schema'
import { toHtml } from '#common/document/to-html'
import {
  attributeOf,
  blobOf,
  hasClass,
  isElement,
  type PageElement,
  type PageNode,
  textOf,
  visit,
} from '#main/connectors/page/approved-page'

/** Reads HTML of a stranger into blocks of ours, far from main; null where nothing of it can be read. */
export type ReadBlocks = (html: string) => Promise<readonly Node[] | null>

export interface TheirDocument {
  readonly document: Node
  /** Pictures that stand on the portal and that we do not have. */
  readonly lostPictures: number
}

/**
 * What the portal shows now, as a document beside the approved one: blocks that nobody touched stay the very nodes that were
 * approved, so that the comparison names only what somebody changed. Fields stay as approved. Null when nothing readable is left.
 */
export async function theirDocument(
  approved: Node,
  html: string,
  readBlocks: ReadBlocks,
): Promise<TheirDocument | null> {
  const root = findRoot(parseFragment(html).childNodes)
  const elements = root.filter(isElement)
  const headline = elements.find(({ tagName }) => tagName === 'h1')
  const lead = elements.find(element => hasClass(element, 'lead'))
  const ours = new Map<string, Node[]>()
  for (const block of approved.children.slice(2)) {
    const form = formOf(blockElements(block))
    ours.set(form, [...(ours.get(form) ?? []), block])
  }
  const blocks: Node[] = []
  let strange: PageElement[] = []
  let lostPictures = 0
  const read = async () => {
    const changed = strange
    strange = []
    if (changed.length === 0) return
    const found = await readBlocks(`<h1>x</h1>${changed.map(element => serializeOuter(element)).join('')}`)
    blocks.push(...(found ?? []))
  }
  for (const element of elements) {
    if (element === headline || element === lead || isOfFields(element)) continue
    const known = ours.get(formOf([element]))?.shift()
    const figure = known === undefined ? figureOf(approved, element) : null
    if (known === undefined && figure === null) {
      lostPictures += countPictures(element)
      strange.push(element)
      continue
    }
    await read()
    blocks.push(known ?? figure ?? schema.node('paragraph'))
  }
  await read()
  const [oldHeadline, oldLead] = approved.children
  if (oldHeadline === undefined || oldLead === undefined) return null
  const document = approved.copy(
    Fragment.from([
      line(oldHeadline, headline),
      line(oldLead, lead),
      ...(blocks.length === 0 ? [schema.node('paragraph')] : blocks),
    ]),
  )
  const checked = checkDocument(document.toJSON())
  return checked.ok ? { document: checked.value, lostPictures } : null
}

/** The innermost place that holds the article: our own element, else what pages use. */
function findRoot(nodes: readonly PageNode[]): readonly PageNode[] {
  for (const name of ['article', 'main', 'body']) {
    let found: PageElement | null = null
    visit(nodes, element => {
      if (element.tagName === name) found ??= element
    })
    const element = found as PageElement | null
    if (element !== null) {
      const outside = nodes.filter(node => isElement(node) && node.tagName === 'h1')
      return [...outside, ...element.childNodes]
    }
  }
  return nodes
}

/** How a block looks to readers: what themes and plugins add to tags is left out. */
function formOf(elements: readonly PageElement[]): string {
  const write = (node: PageNode): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ')
    if (!isElement(node)) return ''
    const kept = ['href', 'src', 'alt', 'colspan', 'rowspan', 'start']
      .map(name => `${name}=${attributeOf(node, name) ?? ''}`)
      .join('|')
    return `<${node.tagName} ${kept}>${node.childNodes.map(write).join('')}</>`
  }
  return elements.map(write).join('')
}

function blockElements(block: Node): readonly PageElement[] {
  const alone = schema.node('doc', null, [schema.node('headline'), schema.node('lead'), block])
  const [article] = parseFragment(toHtml(alone)).childNodes.filter(isElement)
  return (article?.childNodes ?? []).filter(isElement).filter(element => element.tagName !== 'h1')
}

/** A picture of ours with other words under it. */
function figureOf(approved: Node, element: PageElement): Node | null {
  if (element.tagName !== 'figure') return null
  let figure: Node | null = null
  visit(element.childNodes, inner => {
    const hash = inner.tagName === 'img' ? blobOf(attributeOf(inner, 'src') ?? '') : null
    if (hash === null) return
    approved.descendants(node => {
      if (node.type.name === 'figure' && node.attrs.image === hash) figure ??= node
    })
  })
  const found = figure as Node | null
  if (found === null) return null
  let caption = ''
  visit(element.childNodes, inner => {
    if (inner.tagName === 'figcaption') caption = textOf(inner)
  })
  const credit = found.attrs.credit === '' ? '' : `Ảnh: ${found.attrs.credit}`
  const words = credit !== '' && caption.endsWith(credit) ? caption.slice(0, -credit.length) : caption
  return found.copy(words.trim() === '' ? Fragment.empty : Fragment.from(schema.text(words.trim())))
}

function countPictures(element: PageElement): number {
  let count = element.tagName === 'img' ? 1 : 0
  visit(element.childNodes, inner => {
    if (inner.tagName === 'img') count += 1
  })
  return count
}

/** Written from the document's fields, which are compared nowhere here. */
function isOfFields(element: PageElement): boolean {
  return ['facts', 'source', 'byline'].some(name => hasClass(element, name))
}

/** Unchanged words keep their formatting. */
function line(before: Node, element: PageElement | undefined): Node {
  const words = element === undefined ? '' : textOf(element).replace(/\s+/g, ' ').trim()
  if (words === before.textContent.replace(/\s+/g, ' ').trim()) return before
  return before.copy(words === '' ? Fragment.empty : Fragment.from(schema.text(words)))
}
