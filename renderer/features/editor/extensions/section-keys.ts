import { Extension } from '@tiptap/core'
import type { Node, ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type Transaction } from 'prosemirror-state'

/**
 * Enter, Backspace and Delete between headline, lead and body: Enter carries the text after the cursor into the next
 * part, Backspace carries it back, and no key ever takes one of the parts away. Select all means the part with the cursor,
 * so that what is typed then stays in it; once more means everything.
 */
export const SectionKeys = Extension.create({
  name: 'sectionKeys',
  priority: 1_200,
  addKeyboardShortcuts() {
    const run = (change: (tr: Transaction) => boolean) => () =>
      this.editor.commands.command(({ tr }) => change(tr))
    return {
      Enter: run(tr => leaveSection(tr) || leaveCaption(tr)),
      'Shift-Enter': run(leaveSection),
      Backspace: run(joinBackward),
      'Mod-Backspace': run(joinBackward),
      Delete: run(stayBeforeNextPart),
      'Mod-Delete': run(stayBeforeNextPart),
      'Mod-a': run(selectPart),
      // The browser would stop beside a table that ends the text, and take the next letter out of it.
      'Mod-Home': run(tr => goTo(tr, Selection.atStart(tr.doc))),
      'Mod-End': run(tr => goTo(tr, Selection.atEnd(tr.doc))),
    }
  },
})

function leaveSection(tr: Transaction): boolean {
  const { $from, $to } = tr.selection
  if (!isSection($from) || !$from.sameParent($to)) return false
  const rest = $from.parent.textBetween($to.parentOffset, $from.parent.content.size)
  tr.delete($from.pos, $from.end())
  const after = tr.mapping.map($from.after())
  return $from.index(0) === 0 ? intoText(tr, after + 1, rest) : intoBody(tr, after, rest)
}

function intoText(tr: Transaction, position: number, text: string): boolean {
  if (text !== '') tr.insertText(text, position)
  return moveTo(tr, position)
}

/** An empty first paragraph is used; before anything else a new one is made. */
function intoBody(tr: Transaction, position: number, text: string): boolean {
  const first = tr.doc.nodeAt(position)
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (paragraph === undefined) return false
  const waiting = first?.type === paragraph && (text === '' || first.childCount === 0)
  if (!waiting && !(text === '' && first?.isTextblock)) tr.insert(position, paragraph.create())
  return intoText(tr, position + 1, text)
}

/** A caption and a pull quote are one line: Enter goes on below the picture, or below the gallery it stands in. */
function leaveCaption(tr: Transaction): boolean {
  const { $from } = tr.selection
  const paragraph = tr.doc.type.schema.nodes.paragraph
  const isLine = ['figure', 'pullQuote'].includes($from.parent.type.name)
  if (!isLine || paragraph === undefined) return false
  const inGallery = $from.depth > 1 && $from.node(-1).type.name === 'gallery'
  const after = inGallery ? $from.after(-1) : $from.after()
  if (tr.doc.nodeAt(after)?.type !== paragraph) tr.insert(after, paragraph.create())
  return moveTo(tr, after + 1)
}

function joinBackward(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  if (!empty || $from.parentOffset > 0 || $from.depth !== 1) return false
  const index = $from.index(0)
  if (index > 2) return false
  if (index === 0) return true
  const end = $from.before() - 1
  if (index === 1 || isPlainParagraph($from.parent)) carryBack(tr, $from, end)
  // A heading or a list at the top becomes a paragraph first, as everywhere.
  else if ($from.parent.type.name !== 'paragraph') return false
  return moveTo(tr, end)
}

function carryBack(tr: Transaction, $from: ResolvedPos, end: number): void {
  const text = $from.parent.textContent
  const alone = $from.index(0) === 1 || tr.doc.childCount === 3
  if (alone) tr.delete($from.start(), $from.end())
  else tr.delete($from.before(), $from.after())
  if (text !== '') tr.insertText(text, end)
}

function stayBeforeNextPart(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  return empty && isSection($from) && $from.parentOffset === $from.parent.content.size
}

function isSection($position: ResolvedPos): boolean {
  return $position.depth === 1 && $position.index(0) < 2
}

/** Text without marks, links or breaks: it can go into the lead without losing anything. */
function isPlainParagraph(node: Node): boolean {
  return (
    node.type.name === 'paragraph' && node.children.every(child => child.isText && child.marks.length === 0)
  )
}

function selectPart(tr: Transaction): boolean {
  const { $from, $to } = tr.selection
  if ($from.depth === 0 || $to.depth === 0) return false
  const part = isSection($from) ? $from.parent : null
  if (part !== null && part !== $to.parent) return false
  const body = $from.posAtIndex(2, 0)
  const [from, to] = part === null ? [body, tr.doc.content.size] : [$from.start(), $from.end()]
  const whole = TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))
  if (part === null && ($from.pos < body || whole.from < body)) return false
  if (whole.from >= $from.pos && whole.to <= $to.pos) return false
  tr.setSelection(whole)
  return true
}

function goTo(tr: Transaction, selection: Selection): boolean {
  tr.setSelection(selection).scrollIntoView()
  return true
}

function moveTo(tr: Transaction, position: number): boolean {
  tr.setSelection(TextSelection.create(tr.doc, position)).scrollIntoView()
  return true
}
