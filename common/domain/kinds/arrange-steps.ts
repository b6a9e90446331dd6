import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'

/** Words of a heading below which a numbered list is what to do one after the other. */
const announcesSteps = /bước|cách (làm|thực hiện)|trình tự|hướng dẫn/iu
/** End of a first sentence: a word, its full stop, and a capital behind. Abbreviations are shorter or written large. */
const sentenceEnd = /\p{Ll}{2,}[”"’)\]]*[.!?](?=\s+\p{Lu})/u

/**
 * Numbered lists that are steps become steps: those below a heading that announces them, or the only one of the article.
 * A list with an empty item, with suggestions, or that goes on from another number stays a list. No text is lost.
 */
export function arrangeSteps(tr: Transform): void {
  for (const { node, position } of listsOfSteps(tr.doc).toReversed()) {
    const made = stepsOfList(node)
    if (made !== null) tr.replaceWith(position, position + node.nodeSize, made)
  }
}

/** The list as steps: the first sentence of an item says what to do, the rest how. Null where that is not safe. */
export function stepsOfList(list: Node): Node | null {
  const { steps, step } = list.type.schema.nodes
  const isSafe = list.children.every(item => item.firstChild?.textContent.trim() !== '')
  if (steps === undefined || step === undefined || !isSafe || isSuggested(list)) return null
  return steps.create(
    null,
    list.children.map(item => step.create(null, stepContent(item))),
  )
}

function stepContent(item: Node): readonly Node[] {
  const { stepTitle, paragraph } = item.type.schema.nodes
  const { firstChild: first } = item
  if (first === null || stepTitle === undefined || paragraph === undefined) return []
  const text = first.textBetween(0, first.content.size, '\n', '\n')
  const sentence = sentenceEnd.exec(text)
  const line = text.indexOf('\n')
  const sentenceStop = sentence === null ? text.length : sentence.index + sentence[0].length
  const end = line < 0 ? sentenceStop : Math.min(line, sentenceStop)
  const start = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0)
  const rest = start < text.length ? [paragraph.create(null, first.content.cut(start))] : []
  return [stepTitle.create(null, first.content.cut(0, end)), ...rest, ...item.children.slice(1)]
}

function listsOfSteps(document: Node) {
  const lists: { readonly node: Node; readonly position: number; readonly isAnnounced: boolean }[] = []
  let heading = ''
  document.forEach((node, position) => {
    if (node.type.name === 'heading') heading = node.textContent
    if (node.type.name === 'orderedList' && node.attrs.start === 1)
      lists.push({ node, position, isAnnounced: announcesSteps.test(heading) })
  })
  return lists.filter(({ isAnnounced }) => isAnnounced || lists.length === 1)
}

/** Whether a block or something in it is only suggested. */
export function isSuggested(node: Node): boolean {
  return node.marks.some(isSuggestion) || node.children.some(isSuggested)
}

function isSuggestion({ type }: Node['marks'][number]): boolean {
  return String(type.spec.group ?? '').includes('suggestion')
}
