import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { ImportFault } from '../import-fault'
import { importLimits } from '../import-limits'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/**
 * Parses HTML as browsers do. Depth and size are measured while the tree grows, so a page of 20,000 nested quotes costs
 * as much as its first 200. Nothing of the tree is ever written as HTML again. Throws `ImportFault`.
 */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  if (html.length > importLimits.partBytes) throw new ImportFault('too-large')
  const depths = new WeakMap<object, number>()
  let nodes = 0
  const measure = (parent: Parent, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1
    nodes += 1
    if (depth > importLimits.depth) throw new ImportFault('too-deep')
    if (nodes > importLimits.elements) throw new ImportFault('too-large')
    depths.set(child, depth)
  }
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild: (parent: Parent, child: HtmlNode) => {
        measure(parent, child)
        defaultTreeAdapter.appendChild(parent, child)
      },
      insertBefore: (parent: Parent, child: HtmlNode, reference: HtmlNode) => {
        measure(parent, child)
        defaultTreeAdapter.insertBefore(parent, child, reference)
      },
    },
  })
}

export function isHtmlElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find(attribute => attribute.name === name)?.value
}

/** One property of an element's style, in lower case. */
export function styleOf(element: HtmlElement, property: string): string | undefined {
  const style = attributeOf(element, 'style') ?? ''
  const declaration = style
    .split(';')
    .map(part => part.split(':'))
    .find(([name]) => name?.trim().toLowerCase() === property)
  return declaration?.slice(1).join(':').trim().toLowerCase()
}

export function elementsBelow(parent: Parent, tag: string): HtmlElement[] {
  return parent.childNodes
    .filter(isHtmlElement)
    .flatMap(element => [...(element.tagName === tag ? [element] : []), ...elementsBelow(element, tag)])
}

export function textBelow(parent: Parent): string {
  return parent.childNodes
    .map(node => ('value' in node ? node.value : isHtmlElement(node) ? textBelow(node) : ''))
    .join('')
}
