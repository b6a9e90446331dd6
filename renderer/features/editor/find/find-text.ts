import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { atRest } from '../at-rest.ts'
import { readInput } from '../read-input.ts'
import { type FindQuery, findMatches, type Match } from './find-matches.ts'

export interface FindState {
  /** Null when nothing is looked for. */
  readonly query: FindQuery | null
  readonly matches: readonly Match[]
  /** Which of them is the current one. */
  readonly current: number | null
  /** The text has changed since it was searched. */
  readonly isStale: boolean
  readonly decorations: DecorationSet
}

type Message =
  | { readonly kind: 'look'; readonly query: FindQuery | null }
  | { readonly kind: 'go'; readonly current: number }

const key = new PluginKey<FindState>('findText')
const nothing: FindState = {
  query: null,
  matches: [],
  current: null,
  isStale: false,
  decorations: DecorationSet.empty,
}

/** More marks than anybody looks at would only make every key slower. */
const markedAtMost = 1_000

/** Between two keys of a typing tool nothing is searched; a key press only moves what was found. */
const pauseMs = 400

/** The places of the words that are looked for; the bar above the text is React's. */
export const FindText = Extension.create({
  name: 'findText',
  addProseMirrorPlugins() {
    return [
      new Plugin<FindState>({
        key,
        state: { init: () => nothing, apply: (tr, before, _old, state) => apply(tr, before, state) },
        props: { decorations: state => findState(state).decorations },
        view: view => {
          const { touch, stop } = atRest(pauseMs, () => lookAgain(view))
          return {
            update: ({ state }) => {
              if (findState(state).isStale) touch()
            },
            destroy: stop,
          }
        },
      }),
    ]
  },
})

export function findState(state: EditorState): FindState {
  return key.getState(state) ?? nothing
}

/** Looks for these words, or for nothing any more. */
export function lookFor(view: EditorView, query: FindQuery | null): void {
  send(view, { kind: 'look', query })
}

/** Selects the next place, from the caret on, round the end of the text; the keyboard stays where it is. */
export function goToMatch(view: EditorView, by: 1 | -1): void {
  readInput(view)
  const { matches, current } = findState(view.state)
  if (matches.length === 0) return
  const next =
    current === null
      ? nearest(matches, view.state.selection.from, by)
      : (current + by + matches.length) % matches.length
  select(view, view.state.tr, next)
}

/** Replaces the current place and goes to the next; without one it only goes there. */
export function replaceMatch(view: EditorView, replacement: string): void {
  const { matches, current } = refreshed(view)
  const match = current === null ? undefined : matches[current]
  if (match === undefined) {
    goToMatch(view, 1)
    return
  }
  const tr = put(closeHistory(view.state.tr), match, replacement)
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(match.to)))))
  lookAgain(view)
  goToMatch(view, 1)
}

/** Replaces every place as one step of the undo; returns how many there were. */
export function replaceAllMatches(view: EditorView, replacement: string): number {
  const { matches } = refreshed(view)
  if (matches.length === 0) return 0
  const tr = closeHistory(view.state.tr)
  for (const match of matches.toReversed()) put(tr, match, replacement)
  view.dispatch(tr)
  lookAgain(view)
  return matches.length
}

function put(tr: Transaction, { from, to }: Match, replacement: string): Transaction {
  return replacement === '' ? tr.delete(from, to) : tr.insertText(replacement, from, to)
}

function refreshed(view: EditorView): FindState {
  readInput(view)
  if (findState(view.state).isStale) lookAgain(view)
  return findState(view.state)
}

function lookAgain(view: EditorView): void {
  if (!view.isDestroyed && !view.composing) lookFor(view, findState(view.state).query)
}

function select(view: EditorView, tr: Transaction, current: number): void {
  const match = findState(view.state).matches[current]
  if (match === undefined) return
  tr.setSelection(TextSelection.create(tr.doc, match.from, match.to))
  view.dispatch(tr.setMeta(key, { kind: 'go', current } satisfies Message))
  // ProseMirror scrolls only to a selection that has the keyboard.
  view.dom.querySelector('.find-current')?.scrollIntoView?.({ block: 'center' })
}

function nearest(matches: readonly Match[], caret: number, by: 1 | -1): number {
  const after = matches.findIndex(({ from }) => from >= caret)
  if (by > 0) return Math.max(after, 0)
  return ((after < 0 ? matches.length : after) - 1 + matches.length) % matches.length
}

function send(view: EditorView, message: Message): void {
  readInput(view)
  view.dispatch(view.state.tr.setMeta(key, message))
}

function apply(tr: Transaction, before: FindState, state: EditorState): FindState {
  const message: Message | undefined = tr.getMeta(key)
  if (message?.kind === 'look') return look(tr.doc, message.query, state)
  if (message?.kind === 'go') return withMarks(tr.doc, { ...before, current: message.current })
  if (before.query === null) return before
  if (!tr.docChanged && (!tr.selectionSet || before.current === null)) return before
  if (!tr.docChanged) return withMarks(tr.doc, { ...before, current: null })
  const matches = before.matches.map(({ from, to }) => ({
    from: tr.mapping.map(from, 1),
    to: tr.mapping.map(to, -1),
  }))
  return {
    ...before,
    matches: matches.filter(({ from, to }) => from < to),
    current: null,
    isStale: true,
    decorations: before.decorations.map(tr.mapping, tr.doc),
  }
}

function look(document: Node, query: FindQuery | null, { selection }: EditorState): FindState {
  if (query === null) return nothing
  const matches = findMatches(document, query)
  const at = matches.findIndex(({ from, to }) => from === selection.from && to === selection.to)
  return withMarks(document, { ...nothing, query, matches, current: at < 0 ? null : at })
}

function withMarks(document: Node, state: FindState): FindState {
  const { matches, current } = state
  const marks = matches
    .slice(0, markedAtMost)
    .map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === current ? 'find-match find-current' : 'find-match' }),
    )
  return { ...state, decorations: DecorationSet.create(document, marks) }
}
