import { parse } from 'parse5'
import type { PageFacts } from '../connector'
import { attributeOf, isElement, type PageNode } from './approved-page'

/** `article:section` and `article:published_time` (Open Graph) in the head of a page. */
export function factsOf(page: Uint8Array): PageFacts {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength)
  const end = bytes.indexOf('</head')
  const said = new Map<string, string>()
  const walk = (node: PageNode) => {
    if (isElement(node) && node.tagName === 'meta') {
      const [name, content] = [attributeOf(node, 'property'), attributeOf(node, 'content')]
      if (name !== null && content !== null) said.set(name, content)
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  if (end >= 0) walk(parse(bytes.toString('utf8', 0, end)))
  const name = said.get('article:section')
  return {
    category: name === undefined ? null : { name },
    publishedAt: said.get('article:published_time') ?? null,
  }
}
