import type { TextPlace } from '#common/api/views'

/** The text of an element, and where each of its text nodes begins in it; a line break has no node. */
interface Letters {
  readonly text: string
  readonly nodes: readonly { readonly node: Text; readonly from: number }[]
}

/**
 * Where a stretch of a block stands in a page of the portal; null where the page does not show that block. A block that stands in a
 * larger one (a caption before its credit) is found in it.
 */
export function findPassage(page: Document, { text, from, to, nth }: TextPlace): Range | null {
  if (text === '' || from >= to) return null
  const scope = page.querySelector('main') ?? page.body
  const holders = [...scope.querySelectorAll('*')]
    .map(element => ({ element, letters: lettersOf(element) }))
    .filter(one => one.letters.text.includes(text))
  const innermost = holders.filter(
    one => !holders.some(other => other !== one && one.element.contains(other.element)),
  )
  const alone = innermost.filter(one => one.letters.text.trim() === text.trim())
  const letters = (alone.length > 0 ? alone : innermost)[nth]?.letters
  if (letters === undefined) return null
  const begin = letters.text.indexOf(text) + from
  const [first, last] = [letterAt(letters, begin), letterAt(letters, begin + to - from - 1)]
  if (first === null || last === null) return null
  const range = page.createRange()
  range.setStart(...first)
  range.setEnd(last[0], last[1] + 1)
  return range
}

/** The text of an element as the proofreader read it: a line break is one letter. */
function lettersOf(element: Element): Letters {
  const walker = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  )
  const nodes: { node: Text; from: number }[] = []
  let text = ''
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeName === 'BR') text += '\n'
    else if (node.nodeType === Node.TEXT_NODE) {
      nodes.push({ node: node as Text, from: text.length })
      text += (node as Text).data
    }
  }
  return { text, nodes }
}

function letterAt({ nodes }: Letters, offset: number): [Text, number] | null {
  const found = nodes.findLast(({ from }) => from <= offset)
  // A break stands behind the last letter before it.
  return found === undefined ? null : [found.node, Math.min(offset - found.from, found.node.length - 1)]
}
