import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { isFlow } from '../block-place.ts'

/** What was typed after "/" on a line of its own; null when the menu is closed. */
export interface SlashState {
  readonly query: string | null
  readonly index: number
  /** Line on which Escape closed it. */
  readonly dismissed: string | null
}

export interface SlashKeys {
  readonly count: () => number
  readonly choose: (index: number) => void
}

type Message = { readonly kind: 'move'; readonly by: 1 | -1 } | { readonly kind: 'dismiss' }

const key = new PluginKey<SlashState>('slashMenu')
const closed: SlashState = { query: null, index: 0, dismissed: null }

/** The state behind the menu; `slashState(editor.state)` reads it, the menu itself is React's. */
export const SlashMenu = Extension.create<object, { keys: SlashKeys | null }>({
  name: 'slashMenu',
  // Before Enter and the arrows of everything else.
  priority: 1_300,
  addStorage: () => ({ keys: null }),
  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin<SlashState>({
        key,
        state: {
          init: () => closed,
          apply: (tr, before, _old, state) => {
            const message: Message | undefined = tr.getMeta(key)
            return message === undefined ? read(state, before) : answer(message, before, storage.keys)
          },
        },
        props: {
          handleKeyDown: (view, event) => {
            const state = key.getState(view.state) ?? closed
            const { keys } = storage
            if (state.query === null || keys === null || keys.count() === 0) return false
            if (event.isComposing || view.composing || event.keyCode === 229) return false
            const send = (message: Message) => view.dispatch(view.state.tr.setMeta(key, message))
            switch (event.key) {
              case 'ArrowDown':
                send({ kind: 'move', by: 1 })
                return true
              case 'ArrowUp':
                send({ kind: 'move', by: -1 })
                return true
              case 'Escape':
                send({ kind: 'dismiss' })
                return true
              case 'Enter':
              case 'Tab':
                keys.choose(state.index)
                return true
              default:
                return false
            }
          },
        },
      }),
    ]
  },
})

export function slashState(state: EditorState): SlashState {
  return key.getState(state) ?? closed
}

/** The line holds "/" and letters only, in a paragraph of the body or of a part of it: `15/QĐ-UBND` never opens it. */
function read(state: EditorState, before: SlashState): SlashState {
  const { $from, empty } = state.selection
  const line = $from.parent.textContent
  const match = /^\/([\p{L} ]{0,20})$/u.exec(line)
  const isLine = $from.parent.type.name === 'paragraph' && isFlow($from.node(-1))
  const fits = empty && isLine && match !== null
  if (!fits || $from.parentOffset !== line.length)
    return before.query === null && before.dismissed === null ? before : closed
  if (before.dismissed !== null && line.startsWith(before.dismissed)) return before
  const query = match[1] ?? ''
  return query === before.query ? before : { query, index: 0, dismissed: null }
}

function answer(message: Message, before: SlashState, keys: SlashKeys | null): SlashState {
  const count = Math.max(keys?.count() ?? 0, 1)
  return message.kind === 'dismiss'
    ? { query: null, index: 0, dismissed: `/${before.query ?? ''}` }
    : { ...before, index: (before.index + message.by + count) % count }
}

declare module '@tiptap/core' {
  interface Storage {
    slashMenu: { keys: SlashKeys | null }
  }
}
