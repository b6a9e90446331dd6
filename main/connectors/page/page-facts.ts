import { parse } from 'parse5'
import type { PageFacts } from '../connector'
import { attributeOf, visit } from './approved-page'

/** `article:section` and `article:published_time` (Open Graph) in the head of a page. */
export function factsOf(page: Uint8Array): PageFacts {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength)
  const end = bytes.indexOf('</head')
  const said = new Map<string, string>()
  if (end >= 0)
    visit(parse(bytes.toString('utf8', 0, end)).childNodes, element => {
      if (element.tagName !== 'meta') return
      const [name, content] = [attributeOf(element, 'property'), attributeOf(element, 'content')]
      if (name !== null && content !== null) said.set(name, content)
    })
  const name = said.get('article:section')
  return {
    category: name === undefined ? null : { name },
    publishedAt: said.get('article:published_time') ?? null,
  }
}
