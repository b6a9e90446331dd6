import { parse } from 'parse5'
import type { BlobHash } from '#common/domain/ids'
import type { PageReading } from '../connector'
import { attributeOf, readApproved, visit } from '../page/approved-page'
import { blocksOf } from '../page/words'

/**
 * Whether a page of a portal we know nothing of shows the approved words: every block of them, whole, in their order. What
 * stands between them belongs to the portal and is not judged (docs/publishing.md). `nameLength`: how much of a file's hash
 * its name carries.
 */
export function compareWords(page: string, html: string, base: string, nameLength: number): PageReading {
  const seen = parse(page)
  const words = blocksOf([seen]).join(' ')
  const approved = readApproved(html)
  let from = 0
  let right = words.includes(approved.headline)
  for (const block of blocksOf(approved.nodes)) {
    const at = words.indexOf(block, from)
    if (at === -1) {
      right = false
      break
    }
    from = at + block.length
  }
  const addresses: string[] = []
  visit(seen.childNodes, element => {
    for (const name of ['href', 'src', 'data-src']) addresses.push(attributeOf(element, name) ?? '')
  })
  return {
    kind: 'shown',
    text: right ? 'right' : 'different',
    addressOf: (hash: BlobHash) => {
      const found = addresses.find(address => address.includes(hash.slice(0, nameLength)))
      return found !== undefined && URL.canParse(found, base) ? new URL(found, base).href : null
    },
  }
}
