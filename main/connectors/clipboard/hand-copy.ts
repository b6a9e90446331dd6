import { defaultTreeAdapter, serialize } from 'parse5'
import type { HandFile } from '#common/api/hand-sheet'
import { publishRequest } from '#common/api/portal-api'
import { revisionBody } from '#common/document/revision-body'
import type { HandCopy } from '../connector'
import {
  attributeOf,
  blobOf,
  hasClass,
  isElement,
  type PageElement,
  type PageNode,
  readApproved,
  textOf,
  visit,
} from '../page/approved-page'
import { fileEnding } from '../page/file-ending'
import { blocksOf } from '../page/words'

/** So much of a hash tells a file from all others of an article, and survives portals that add to names. */
export const nameHashLength = 12

/** What to paste into which field of a portal's own form. */
export const handCopy: HandCopy = (payload, files) => {
  const request = publishRequest.parse(JSON.parse(new TextDecoder().decode(payload)))
  if (!('html' in request)) {
    const notice = request.decision === 'take-down' ? (request.notice ?? null) : null
    return { text: null, files: [], notice }
  }
  const { document } = revisionBody.parse(JSON.parse(request.revision))
  const attributes = Object(document.attrs)
  const page = readApproved(request.html)
  const named = files.map((file, index) => ({ ...file, name: nameOf(request.slug, file, index) }))
  const body = page.nodes.filter(node => !isLead(node))
  visit(body, element => standIn(element, named))
  const fragment = defaultTreeAdapter.createDocumentFragment()
  for (const node of body) defaultTreeAdapter.appendChild(fragment, node)
  return {
    notice: null,
    files: named,
    text: {
      headline: page.headline,
      lead: page.lead,
      bodyHtml: serialize(fragment),
      bodyText: blocksOf(body).join('\n\n'),
      category: String(attributes.category ?? ''),
      tags: Array.isArray(attributes.tags) ? attributes.tags.map(String) : [],
      publishedAt: request.publishedAt,
      correction: request.decision === 'correct' ? request.notice : null,
    },
  }
}

function nameOf(slug: string, { hash, mediaType }: Omit<HandFile, 'name'>, index: number): string {
  return `${slug.slice(0, 40)}-${index + 1}-${hash.slice(0, nameHashLength)}.${fileEnding(mediaType)}`
}

function isLead(node: PageNode): boolean {
  return isElement(node) && hasClass(node, 'lead')
}

/** Our addresses mean nothing on another site: words stand where a person puts the picture or the link. */
function standIn(element: PageElement, files: readonly HandFile[]): void {
  const address = attributeOf(element, element.tagName === 'img' ? 'src' : 'href')
  const hash = address === null ? null : blobOf(address)
  const file = files.find(candidate => candidate.hash === hash)
  if (file === undefined) return
  const words = element.tagName === 'img' ? `[Ảnh: ${file.name}]` : `${textOf(element)} [Tệp: ${file.name}]`
  if (element.tagName === 'img') {
    element.tagName = 'span'
    element.nodeName = 'span'
  }
  element.attrs = []
  element.childNodes = []
  defaultTreeAdapter.insertText(element, words)
}
