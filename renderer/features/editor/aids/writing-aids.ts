import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import {
  type AidSources,
  type Completion,
  complete,
  type Occasion,
} from '#common/vietnamese/writing-aids/complete'
import { matchesShortcut } from '#renderer/commands/shortcuts.ts'
import { atRest } from '../at-rest.ts'
import { readInput } from '../read-input.ts'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'

export interface AidsState {
  readonly offered: readonly Completion[]
  /** Which is chosen by Enter; null as long as the keyboard is in the text. */
  readonly chosen: number | null
  /** Rises with every change of this person, not with those of others or of the undo. */
  readonly typed: number
}

interface Storage {
  /** Null until the organisation's names are here. */
  sources: (() => AidSources) | null
  /** Shown by themselves when somebody rests; else only on F2. */
  isAutomatic: boolean
}

type Message = Omit<AidsState, 'typed'>

const key = new PluginKey<AidsState>('writingAids')
const closed = { offered: [], chosen: null } as const

/** Longer than any typing tool takes for a word, and than most people between two. */
const restMs = 700

/**
 * Suggestions of what may follow. They stand beside the text, never in it: every key goes to the text and closes them,
 * but for F2, which leads into the list; there the arrows choose and Enter puts in.
 */
export const WritingAids = Extension.create<object, Storage>({
  name: 'writingAids',
  // Before the arrows and Enter of everything else, once somebody is in the list.
  priority: 1_350,
  addStorage: () => ({ sources: null, isAutomatic: true }),
  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin<AidsState>({
        key,
        state: {
          init: () => ({ ...closed, typed: 0 }),
          apply: (tr, before) => {
            const message: Message | undefined = tr.getMeta(key)
            if (message !== undefined) return { ...message, typed: before.typed }
            if (isTyped(tr)) return { ...closed, typed: before.typed + 1 }
            const closes = before.offered.length > 0 && (tr.docChanged || tr.selectionSet)
            return closes ? { ...before, ...closed } : before
          },
        },
        props: { handleKeyDown: (view, event) => answerKey(view, event, storage) },
        view: view => watch(view, storage),
      }),
    ]
  },
})

export function aidsState(state: EditorState): AidsState {
  return key.getState(state) ?? { ...closed, typed: 0 }
}

/** Puts a suggestion where its beginning stands, as one step of the undo. */
export function putCompletion(view: EditorView, { text, replaces }: Completion): void {
  const { from } = view.state.selection
  view.dispatch(closeHistory(view.state.tr).insertText(text, from - replaces, from))
  view.focus()
}

function watch(view: EditorView, storage: Storage) {
  const rest = atRest(restMs, () => {
    if (storage.isAutomatic && view.hasFocus()) offer(view, storage, 'resting')
  })
  return {
    update: ({ state }: EditorView, before: EditorState) => {
      if (aidsState(state).typed !== aidsState(before).typed) rest.touch()
    },
    destroy: rest.stop,
  }
}

function answerKey(view: EditorView, event: KeyboardEvent, storage: Storage): boolean {
  const { offered, chosen } = aidsState(view.state)
  if (event.isComposing || view.composing || event.keyCode === 229) return false
  if (matchesShortcut(editorShortcuts.aids.keys, event)) {
    if (offered.length === 0) offer(view, storage, 'asked')
    else send(view, { offered, chosen: 0 })
    return true
  }
  if (offered.length === 0) return false
  if (event.key === 'Escape') {
    send(view, closed)
    return true
  }
  if (chosen === null) return false
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const by = event.key === 'ArrowDown' ? 1 : -1
      send(view, { offered, chosen: (chosen + by + offered.length) % offered.length })
      return true
    }
    case 'Enter':
    case 'Tab': {
      const completion = offered[chosen]
      if (completion !== undefined) putCompletion(view, completion)
      return true
    }
    default:
      return false
  }
}

/** Asked for, the list has the keyboard at once. */
function offer(view: EditorView, { sources }: Storage, occasion: Occasion): void {
  if (view.isDestroyed) return
  readInput(view)
  const { selection } = view.state
  const { $from, empty } = selection
  if (!view.editable || view.composing || sources === null) return
  if (!empty || !$from.parent.isTextblock) return
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n')
  const behind = $from.parent.textBetween($from.parentOffset, $from.parent.content.size, '\n', '\n')
  // In the middle of a word the rest of it would stand behind what is put in.
  const offered = /^[\p{L}\p{N}]/u.test(behind) ? [] : complete(before, sources(), occasion)
  if (offered.length === 0 && aidsState(view.state).offered.length === 0) return
  send(view, { offered, chosen: occasion === 'asked' && offered.length > 0 ? 0 : null })
}

function isTyped(tr: Transaction): boolean {
  return tr.docChanged && tr.getMeta('collab$') === undefined && tr.getMeta('history$') === undefined
}

function send(view: EditorView, message: Message): void {
  view.dispatch(view.state.tr.setMeta(key, message))
}

declare module '@tiptap/core' {
  interface Storage {
    writingAids: { sources: (() => AidSources) | null; isAutomatic: boolean }
  }
}
