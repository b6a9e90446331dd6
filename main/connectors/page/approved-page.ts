import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5'
import { type BlobHash, blobHash } from '#common/domain/ids'

export type PageNode = DefaultTreeAdapterMap['node']
export type PageElement = DefaultTreeAdapterMap['element']

/** The approved HTML taken apart, for portals whose pages write the headline themselves. */
export interface ApprovedPage {
  readonly headline: string
  readonly lead: string
  /** Children of `<article>` without its `<h1>`. */
  readonly nodes: readonly DefaultTreeAdapterMap['childNode'][]
  /** In the order of the page. */
  readonly pictures: readonly BlobHash[]
  readonly alternatives: ReadonlyMap<BlobHash, string>
  /** Of the figure a picture stands in. */
  readonly captions: ReadonlyMap<BlobHash, string>
}

export function readApproved(html: string): ApprovedPage {
  const article = parseFragment(html).childNodes.find(isElement)
  const children = article?.childNodes ?? []
  const headline = children.find(node => isElement(node) && node.tagName === 'h1')
  const lead = children.find(node => isElement(node) && hasClass(node, 'lead'))
  const pictures: BlobHash[] = []
  const alternatives = new Map<BlobHash, string>()
  const captions = new Map<BlobHash, string>()
  visit(children, element => {
    if (element.tagName === 'figure') keepCaption(element, captions)
    const source = element.tagName === 'img' ? attributeOf(element, 'src') : null
    const hash = source === null ? null : blobOf(source)
    if (hash === null) return
    pictures.push(hash)
    alternatives.set(hash, attributeOf(element, 'alt') ?? '')
  })
  const words = (node: typeof lead) => (node !== undefined && isElement(node) ? textOf(node).trim() : '')
  return {
    headline: words(headline),
    lead: words(lead),
    nodes: children.filter(node => node !== headline),
    pictures,
    alternatives,
    captions,
  }
}

/** Figures within a figure come later, and their own caption takes the place of the outer one. */
function keepCaption(figure: PageElement, captions: Map<BlobHash, string>): void {
  const caption = figure.childNodes.filter(isElement).find(({ tagName }) => tagName === 'figcaption')
  if (caption === undefined) return
  visit(figure.childNodes, ({ tagName, attrs }) => {
    const source = attrs.find(({ name }) => name === 'src')?.value
    const hash = tagName !== 'img' || source === undefined ? null : blobOf(source)
    if (hash !== null) captions.set(hash, textOf(caption).trim())
  })
}

/** A form posts to the portal's own poll: other kinds of portals have none. */
export function hasPoll(page: ApprovedPage): boolean {
  let found = false
  visit(page.nodes, element => {
    found ||= element.tagName === 'form'
  })
  return found
}

/** The blob an address of ours names. */
export function blobOf(address: string): BlobHash | null {
  const found = blobHash.safeParse(/^\/blob\/([0-9a-f]{64})$/.exec(address)?.[1])
  return found.success ? found.data : null
}

export function attributeOf(element: PageElement, name: string): string | null {
  return element.attrs.find(attribute => attribute.name === name)?.value ?? null
}

export function isElement(node: PageNode): node is PageElement {
  return defaultTreeAdapter.isElementNode(node)
}

/** Text of an element and all below it. */
export function textOf(node: PageElement): string {
  return node.childNodes
    .map(child =>
      defaultTreeAdapter.isTextNode(child)
        ? child.value
        : defaultTreeAdapter.isElementNode(child)
          ? textOf(child)
          : '',
    )
    .join('')
}

export function visit(nodes: readonly PageNode[], see: (element: PageElement) => void): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    see(node)
    visit(node.childNodes, see)
  }
}

export function hasClass(element: PageElement, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(' ').includes(name)
}
