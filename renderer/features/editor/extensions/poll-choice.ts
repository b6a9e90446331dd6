import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'

const choicesAtMost = 8

/** One answer of a poll. Enter goes to the next one, made with a key of its own where none waits empty; Backspace in an empty one takes it away. */
export const PollChoice = Node.create({
  name: 'pollChoice',
  addAttributes: () => ({
    choice: { parseHTML: element => element.getAttribute('data-choice'), keepOnSplit: false },
  }),
  parseHTML: () => [
    {
      tag: 'li[data-choice]',
      priority: 60,
      getAttrs: element =>
        /^[a-z0-9]{1,20}$/.test(element.getAttribute('data-choice') ?? '') ? null : false,
    },
  ],
  renderHTML: ({ node }) => ['li', { 'data-choice': String(node.attrs.choice) }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => inChoice(editor.state) && editor.commands.command(({ tr }) => addChoice(tr)),
      Backspace: ({ editor }) =>
        inChoice(editor.state) && editor.commands.command(({ tr }) => removeEmptyChoice(tr)),
    }
  },
})

/**
 * Adds an empty choice after the one at the cursor, or goes to the next where that is empty; does nothing (but is done)
 * where there are eight.
 */
export function addChoice(tr: Transaction): boolean {
  const { $from } = tr.selection
  const depth = pollDepth(tr)
  if (depth === null) return false
  const poll = $from.node(depth)
  const choice = poll.type.schema.nodes.pollChoice
  const next = poll.maybeChild($from.index(depth) + 1)
  if ($from.depth > depth && next?.childCount === 0) {
    tr.setSelection(TextSelection.create(tr.doc, $from.after(depth + 1) + 1)).scrollIntoView()
    return true
  }
  if (choice === undefined || poll.childCount >= choicesAtMost) return true
  const position = $from.depth > depth ? $from.after(depth + 1) : $from.end(depth)
  tr.insert(position, choice.create({ choice: freeKey(poll) }))
  tr.setSelection(TextSelection.create(tr.doc, position + 1)).scrollIntoView()
  return true
}

function removeEmptyChoice(tr: Transaction): boolean {
  const { $from, empty } = tr.selection
  if (!empty || $from.parentOffset > 0) return false
  const poll = $from.node(-1)
  // Text is never joined into another choice: each is counted under its own key.
  if ($from.parent.childCount > 0 || poll.childCount <= 2) return true
  const position = $from.before()
  tr.delete(position, $from.after())
  tr.setSelection(TextSelection.near(tr.doc.resolve(position), -1))
  return true
}

function inChoice(state: EditorState): boolean {
  return state.selection.$from.parent.type.name === 'pollChoice'
}

function pollDepth(tr: Transaction): number | null {
  const { $from } = tr.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'poll') return depth
  }
  return null
}

function freeKey(poll: ProseMirrorNode): string {
  const taken = new Set(poll.children.map(node => String(node.attrs.choice)))
  const free = Array.from('abcdefghijklmnopqrstuvwxyz').find(key => !taken.has(key))
  if (free === undefined) throw new RangeError('no free key for a choice')
  return free
}
