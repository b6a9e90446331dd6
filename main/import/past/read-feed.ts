import { ImportFault } from '../import-fault'
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from '../package/read-xml'

interface FeedItem {
  readonly url: string
  readonly headline: string
  readonly publishedAt: string | null
}

/** The entries of an RSS 2.0 or Atom feed; null when the text is none. */
export function readFeed(text: string): FeedItem[] | null {
  if (!/<(rss|feed|rdf:RDF)\b/i.test(text.slice(0, 2_000))) return null
  try {
    const root = parseXml(write => write(text.trimStart()))
    const channel = childOf(root, 'channel')
    const items = channel === undefined ? named(root, 'entry') : named(channel, 'item')
    return items.map(readItem).filter(item => item.headline !== '' && item.url !== '')
  } catch (error) {
    if (error instanceof ImportFault) return null
    throw error
  }
}

/** Atom's elements have a namespace, RSS' have none. */
function named(element: XmlElement, local: string): readonly XmlElement[] {
  return childrenOf(element).filter(({ name }) => name.split(':').at(-1) === local)
}

function readItem(item: XmlElement): FeedItem {
  const text = (local: string) => {
    const [first] = named(item, local)
    return first === undefined ? '' : textOf(first).replaceAll(/\s+/g, ' ').trim()
  }
  const date = Date.parse(text('pubDate') || text('published') || text('updated') || text('date'))
  return {
    url: text('link') || (named(item, 'link')[0]?.attributes.href ?? ''),
    headline: text('title').slice(0, 500),
    publishedAt: Number.isNaN(date) ? null : new Date(date).toISOString(),
  }
}
