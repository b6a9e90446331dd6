import { type Editor, Extension } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { type Judge, settle } from '#common/document/suggestions/settle'
import { type DirectChange, type Place, suggestChanges } from '#common/document/suggestions/suggest-changes'
import type { SuggestionStamp } from '#common/document/suggestions/suggestion-marks'
import { readInput } from '../read-input.ts'

interface Options {
  /** A fresh stamp of the person who types. */
  readonly stamp: () => SuggestionStamp
}

interface Suggesting {
  readonly isOn: boolean
}

export const suggestingKey = new PluginKey<Suggesting>('suggesting')

/** After a word was composed, the typing tool may still deliver text for so long. */
const afterComposingMs = 60

/** Steps that are in the document as they were typed and wait to be made suggestions of. */
interface Waiting {
  readonly steps: Step[]
  readonly docs: Node[]
  timer: ReturnType<typeof setTimeout> | null
}

const waitingOf = new WeakMap<Editor, Waiting>()

/**
 * "Chế độ góp ý": what is typed becomes a suggestion before it gets into the document. While a typing tool composes a
 * word nothing but the tool may touch it, so the word is made a suggestion when it is finished.
 */
export const SuggestingMode = Extension.create<Options>({
  name: 'suggesting',
  priority: 2_000,
  addOptions: () => ({
    stamp: () => {
      throw new Error('suggesting without a person')
    },
  }),
  addProseMirrorPlugins() {
    return [
      new Plugin<Suggesting>({
        key: suggestingKey,
        state: {
          init: () => ({ isOn: false }),
          apply: (tr, value) => (tr.getMeta(suggestingKey) as Suggesting | undefined) ?? value,
        },
        props: { handleKeyDown: (view, event) => takeBackLetter(view, event) },
      }),
    ]
  },
  dispatchTransaction({ transaction, next }) {
    const { editor, options } = this
    if (!transaction.docChanged || !isSuggesting(editor.state) || isExempt(transaction)) {
      next(transaction)
      return
    }
    const waiting = waitingOf.get(editor)
    if (editor.view.composing || waiting !== undefined) {
      wait(editor, transaction, options.stamp)
      next(transaction)
      return
    }
    next(asSuggestion(editor.state, transaction, options.stamp()))
  },
})

/**
 * Backspace within a block: the browser would delete by itself and write styles of its own into what is left of a
 * marked word, which the content security policy refuses.
 */
function takeBackLetter(view: EditorView, event: KeyboardEvent): boolean {
  const { state, composing } = view
  const { $from, empty } = state.selection
  const isPlain = event.key === 'Backspace' && !event.ctrlKey && !event.altKey && !event.metaKey
  if (!isPlain || !isSuggesting(state) || composing || event.isComposing || !empty) return false
  const text = $from.nodeBefore?.text
  if (text === undefined || !$from.parent.isTextblock) return false
  const letter = [...new Intl.Segmenter('vi').segment(text)].at(-1)?.segment ?? ''
  view.dispatch(state.tr.delete($from.pos - letter.length, $from.pos).scrollIntoView())
  return true
}

export function isSuggesting(state: EditorState): boolean {
  return suggestingKey.getState(state)?.isOn ?? false
}

export function setSuggesting(editor: Editor, isOn: boolean): void {
  readInput(editor.view)
  if (isOn !== isSuggesting(editor.state))
    editor.view.dispatch(editor.state.tr.setMeta(suggestingKey, { isOn }))
}

/** Accepts and rejects in one step of the undo. */
export function settleSuggestions(editor: Editor, judge: Judge): void {
  readInput(editor.view)
  const { tr } = editor.state
  settle(tr, judge)
  editor.view.dispatch(tr.setMeta('settles', true))
}

/** Makes suggestions of what waits; false while a word is still being composed. */
export function finishSuggestion(editor: Editor): boolean {
  const waiting = waitingOf.get(editor)
  if (waiting === undefined) return true
  if (editor.isDestroyed || editor.view.composing) return false
  convert(editor, waiting)
  return true
}

const stamps = new WeakMap<Waiting, () => SuggestionStamp>()

/** Undo, other people's steps, and what settles suggestions go through as they are. */
function isExempt(transaction: Transaction): boolean {
  return ['history$', 'collab$', 'settles'].some(key => transaction.getMeta(key) !== undefined)
}

function wait(editor: Editor, transaction: Transaction, stamp: () => SuggestionStamp): void {
  const waiting = waitingOf.get(editor) ?? { steps: [], docs: [], timer: null }
  waitingOf.set(editor, waiting)
  stamps.set(waiting, stamp)
  waiting.steps.push(...transaction.steps)
  waiting.docs.push(...transaction.docs)
  schedule(editor, waiting)
}

function schedule(editor: Editor, waiting: Waiting): void {
  if (waiting.timer !== null) clearTimeout(waiting.timer)
  waiting.timer = setTimeout(() => {
    if (!editor.isDestroyed && !finishSuggestion(editor)) schedule(editor, waiting)
  }, afterComposingMs)
}

function convert(editor: Editor, waiting: Waiting): void {
  // While the steps still wait, so that what is read now waits with them.
  readInput(editor.view)
  if (waiting.timer !== null) clearTimeout(waiting.timer)
  waitingOf.delete(editor)
  const { state } = editor
  const [base] = waiting.docs
  const stamp = stamps.get(waiting)
  if (base === undefined || stamp === undefined) return
  const suggested = new Transform(base)
  const place = suggestChanges(suggested, { ...waiting, doc: state.doc }, stamp())
  const { tr } = state
  for (const [index, step] of [...waiting.steps.entries()].toReversed())
    tr.step(step.invert(waiting.docs[index] ?? base))
  for (const step of suggested.steps) tr.step(step)
  tr.setSelection(selectionAt(tr.doc, state.selection, place, 1))
  editor.view.dispatch(tr.setMeta('settles', true))
}

function asSuggestion(state: EditorState, direct: Transaction, stamp: SuggestionStamp): Transaction {
  const tr = state.tr
  const place = suggestChanges(tr, direct, stamp)
  const side = deletesForward(state, direct) ? 1 : -1
  tr.setSelection(selectionAt(tr.doc, direct.selection, place, side))
  if (direct.storedMarksSet) tr.setStoredMarks(direct.storedMarks)
  if (direct.scrolledIntoView) tr.scrollIntoView()
  // Other plugins read their news from the transaction they made.
  for (const [key, value] of Object.entries(Reflect.get(direct, 'meta') as Record<string, unknown>))
    tr.setMeta(key, value)
  return tr
}

function selectionAt(document: Node, selection: Selection, place: Place, side: -1 | 1): Selection {
  const at = (position: number) => Math.min(Math.max(place(position, side), 0), document.content.size)
  if (selection instanceof NodeSelection) {
    const node = document.nodeAt(at(selection.from))
    if (node !== null && NodeSelection.isSelectable(node))
      return NodeSelection.create(document, at(selection.from))
  }
  const $anchor = document.resolve(at(selection.anchor))
  const $head = document.resolve(at(selection.head))
  return $anchor.parent.inlineContent && $head.parent.inlineContent
    ? new TextSelection($anchor, $head)
    : Selection.near($head, side)
}

/** The Delete key: the caret goes on over what is now only marked as deleted. */
function deletesForward({ selection }: EditorState, { steps }: DirectChange): boolean {
  const [step, ...others] = steps
  return (
    selection.empty &&
    others.length === 0 &&
    step instanceof ReplaceStep &&
    step.slice.size === 0 &&
    step.from === selection.from &&
    step.to > step.from
  )
}
