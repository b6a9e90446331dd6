import { type Editor, Extension } from '@tiptap/core'
import { getVersion, sendableSteps } from 'prosemirror-collab'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { DraftPresence } from '#common/api/events'
import { readInput } from '../read-input.ts'
import { hueOf } from '../suggestions/suggestion-marks.ts'

interface Caret extends DraftPresence {
  readonly seenAtMs: number
}

type Carets = ReadonlyMap<string, Caret>

interface Shown {
  readonly carets: Carets
  readonly shown: DecorationSet
}

const caretsKey = new PluginKey<Shown>('carets')

/** A window that says nothing for so long is gone. */
const forgottenAfterMs = 60_000

/** Where the other people in this draft are. On a key the marks only move along. */
export const OtherCarets = Extension.create({
  name: 'otherCarets',
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key: caretsKey,
      state: {
        init: () => ({ carets: new Map<string, Caret>(), shown: DecorationSet.empty }),
        apply: (tr, value) => {
          const carets = tr.getMeta(caretsKey) as Carets | undefined
          if (carets !== undefined)
            return { carets, shown: DecorationSet.create(tr.doc, widgets(carets, tr.doc.content.size)) }
          return tr.docChanged ? { ...value, shown: value.shown.map(tr.mapping, tr.doc) } : value
        },
      },
      props: { decorations: state => caretsKey.getState(state)?.shown },
    }),
  ],
})

/** Takes note of where somebody is; nothing moves in the text while a word is being composed. */
export function showCaret(editor: Editor, presence: DraftPresence, nowMs: number): void {
  readInput(editor.view)
  const { state, view } = editor
  const isHere = presence.version === getVersion(state) && sendableSteps(state) === null
  const known = caretsKey.getState(state)?.carets ?? new Map<string, Caret>()
  if (view.composing || (presence.caret !== null && !isHere)) return
  const carets = new Map([...known].filter(([, { seenAtMs }]) => nowMs - seenAtMs < forgottenAfterMs))
  if (presence.caret === null) carets.delete(presence.client)
  else carets.set(presence.client, { ...presence, seenAtMs: nowMs })
  view.dispatch(state.tr.setMeta(caretsKey, carets).setMeta('addToHistory', false))
}

export function isKnown(editor: Editor, client: string): boolean {
  return caretsKey.getState(editor.state)?.carets.has(client) ?? false
}

function widgets(carets: Carets, size: number): Decoration[] {
  return [...carets.values()].flatMap(({ client, account, name, caret }) => {
    if (caret === null || caret.head > size) return []
    const draw = () => {
      const mark = document.createElement('span')
      mark.className = 'caret-of suggestion'
      mark.dataset.hue = String(hueOf(account))
      mark.dataset.name = name
      mark.setAttribute('aria-hidden', 'true')
      return mark
    }
    return [Decoration.widget(caret.head, draw, { key: `caret.${client}`, side: -1, ignoreSelection: true })]
  })
}
