import { Losses, noFacts, type Picture, type ReadFile } from '../blocks/blocks'
import { withoutBlanks } from '../blocks/find-headline'
import { decodeHtml } from './decode-html'
import { htmlBlocks } from './html-blocks'
import { readHead } from './page-facts'
import { pictureInAddress } from './picture-address'
import { parseHtml } from './read-html'
import { savedArticle } from './saved-article'

/**
 * Reads an HTML file: a document that an office program wrote, or a page saved from a portal, which then gives its one
 * article and not its furniture. `parts` are pictures that were saved in the same file, by their addresses.
 */
export function readPage(bytes: Uint8Array, parts: ReadonlyMap<string, Picture> = new Map()): ReadFile {
  const html = decodeHtml(bytes)
  const document = parseHtml(html)
  const losses = new Losses()
  const pictures: Picture[] = []
  const findPicture = (address: string) => parts.get(address) ?? pictureInAddress(address)
  const blocks = withoutBlanks(htmlBlocks({ losses, pictures, findPicture }, document.childNodes))
  const head = readHead(document, html)
  const isPage = head.url !== null || blocks.some(block => block.kind === 'heading' && block.level === 1)
  const article = isPage || head.title !== null ? savedArticle(blocks, head, losses) : null
  if (article === null) return { blocks, pictures, losses, facts: noFacts }
  return { blocks: article.blocks, pictures, losses, facts: article.facts }
}
