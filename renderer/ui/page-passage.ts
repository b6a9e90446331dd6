import type { TextPiece } from '#common/api/search'

/** Where a quoted passage stands in a page; null where its words are not to be found. Its ends may have been cut off with "…". */
export function findPassage(page: Document, pieces: readonly TextPiece[]): Range | null {
  const nodes = textNodesOf(page)
  const whole = nodes.map(({ data }) => data).join('')
  const { before, words, after } = partsOf(pieces)
  const around = whole.indexOf(before + words + after)
  const from = around === -1 ? whole.indexOf(words) : around + before.length
  if (from === -1 || words === '') return null
  const range = page.createRange()
  const [last, at] = letterAt(nodes, from + words.length - 1)
  range.setStart(...letterAt(nodes, from))
  range.setEnd(last, at + 1)
  return range
}

function partsOf(pieces: readonly TextPiece[]) {
  const at = pieces.findIndex(({ hit }) => hit)
  const before = pieces[at - 1]?.text ?? ''
  const words = pieces[at]?.text ?? ''
  const after = pieces[at + 1]?.text ?? ''
  return {
    before: before.replace(/^…/, ''),
    // "…" itself may be what was found.
    words: words.replace(/(?<=.)…$/, ''),
    after: after.replace(/…$/, ''),
  }
}

function textNodesOf(page: Document): readonly Text[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text)
  return nodes
}

/** The letter at an offset. */
function letterAt(nodes: readonly Text[], offset: number): [Text, number] {
  let begin = 0
  for (const node of nodes) {
    if (offset < begin + node.length) return [node, offset - begin]
    begin += node.length
  }
  throw new RangeError(`no letter ${offset} in ${begin}`)
}
