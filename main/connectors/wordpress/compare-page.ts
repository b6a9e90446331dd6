import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'
import type { BlobHash } from '#common/domain/ids'
import type { PageReading } from '../connector'
import { type ApprovedPage, attributeOf, blobOf, isElement, textOf } from '../page/approved-page'

type Node = DefaultTreeAdapterMap['node']

/** A thing readers can see or follow; `source` is where a picture or file lies, compared by its bytes elsewhere. */
interface Token {
  readonly shape: string
  readonly source: string | null
}

/** What readers see of an element apart from its text. Themes and plugins add sizes, classes and loading hints. */
const seen = ['alt', 'colspan', 'rowspan', 'start']

/**
 * Whether a public page shows the approved text: between our two comments the same elements, the same characters, the same
 * links in the same order, and the headline as some heading of the page. Pictures and files are matched by position.
 */
export function comparePage(html: string, approved: ApprovedPage): Extract<PageReading, { kind: 'shown' }> {
  const page = parse(html)
  const found: Token[] = []
  let inside = false
  const walk = (node: Node) => {
    if (defaultTreeAdapter.isCommentNode(node)) {
      if (node.data === 'toa-soan:article') inside = true
      if (node.data === '/toa-soan:article') inside = false
    }
    if (inside) tokenOf(node, found)
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(page)
  const wanted: Token[] = []
  const walkApproved = (node: Node) => {
    tokenOf(node, wanted)
    if ('childNodes' in node) for (const child of node.childNodes) walkApproved(child)
  }
  for (const node of approved.nodes) walkApproved(node)

  const expected = mergeTexts(wanted)
  const actual = mergeTexts(found)
  const same =
    expected.length === actual.length &&
    expected.every((token, index) => token.shape === actual[index]?.shape) &&
    headings(page).includes(approved.headline)
  const addresses = new Map<BlobHash, string>()
  const sources = actual.filter(token => token.source !== null)
  for (const [index, token] of expected.filter(({ source }) => source !== null).entries()) {
    const hash = blobOf(token.source ?? '')
    const address = sources[index]?.source
    if (hash !== null && address != null && !addresses.has(hash)) addresses.set(hash, address)
  }
  return { kind: 'shown', text: same ? 'right' : 'different', addressOf: hash => addresses.get(hash) ?? null }
}

function tokenOf(node: Node, into: Token[]): void {
  if (defaultTreeAdapter.isTextNode(node)) {
    into.push({ shape: `"${node.value}`, source: null })
    return
  }
  if (!isElement(node)) return
  const attributes = seen.map(name => [name, attributeOf(node, name)]).filter(([, value]) => value !== null)
  const href = node.tagName === 'a' ? attributeOf(node, 'href') : null
  // A link with a name to save it under leads to a file.
  const isFile = href !== null && attributeOf(node, 'download') !== null
  const source = node.tagName === 'img' ? pictureSource(node) : isFile ? href : null
  const link = isFile || href === null ? [] : [['href', href]]
  into.push({ shape: `<${node.tagName} ${JSON.stringify([...attributes, ...link])}`, source })
}

/** Plugins that load pictures late put the address elsewhere. */
function pictureSource(node: DefaultTreeAdapterMap['element']): string | null {
  const source = attributeOf(node, 'src')
  return source === null || source.startsWith('data:') ? attributeOf(node, 'data-src') : source
}

function mergeTexts(tokens: readonly Token[]): Token[] {
  const merged: Token[] = []
  for (const token of tokens) {
    const last = merged.at(-1)
    if (token.shape.startsWith('"') && last?.shape.startsWith('"') === true) {
      merged[merged.length - 1] = { shape: last.shape + token.shape.slice(1), source: null }
    } else merged.push(token)
  }
  // Blanks between blocks show nowhere.
  return merged.filter(({ shape }) => !/^"(\s*\n\s*)?$/.test(shape))
}

function headings(page: Node): string[] {
  const found: string[] = []
  const walk = (node: Node) => {
    if (isElement(node) && /^h[1-6]$/.test(node.tagName)) found.push(textOf(node).trim())
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(page)
  return found
}
