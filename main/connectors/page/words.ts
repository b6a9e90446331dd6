import { defaultTreeAdapter, parse } from 'parse5'
import { isElement, type PageNode } from './approved-page'

const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg'])
const blocks = new Set(
  'p,h1,h2,h3,h4,h5,h6,li,ul,ol,table,thead,tbody,tr,td,th,caption,div,figure,figcaption,blockquote,article,section,header,footer,main,nav,aside,form,br,hr,dl,dt,dd,pre'.split(
    ',',
  ),
)

/** The words of each block, blanks made one: what readers see, however the portal nests it. */
export function blocksOf(nodes: readonly PageNode[]): string[] {
  const found: string[] = []
  let open = ''
  const end = () => {
    const words = open
      .normalize('NFC')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
    if (words !== '') found.push(words)
    open = ''
  }
  const walk = (node: PageNode) => {
    if (defaultTreeAdapter.isTextNode(node)) open += node.value
    const isBlock = isElement(node) && blocks.has(node.tagName)
    if (isElement(node) && unseen.has(node.tagName)) return
    if (isBlock) end()
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
    if (isBlock) end()
  }
  for (const node of nodes) walk(node)
  end()
  return found
}

/** Everything a page says, for looking up a sentence in it. */
export function wordsOf(page: Uint8Array): string {
  return blocksOf([parse(new TextDecoder().decode(page))]).join(' ')
}

/** Stands in a page that only says that an article is gone, where the portal answers 200 all the same. */
export const goneMarker = '<!--toa-soan:gone-->'
