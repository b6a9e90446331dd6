import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import type { Mappable } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { detectLegacy } from '#common/vietnamese/encodings/detect-legacy'
import { type FontSpan, withFonts } from '../encoding/font-spans.ts'
import { blocksBetween, type PlacedChange, replaceTexts } from '../encoding/placed-blocks.ts'
import { readInput } from '../read-input.ts'

interface Range {
  readonly from: number
  readonly to: number
  readonly fonts: readonly FontSpan[]
}

export interface EncodingRepair {
  /** Just pasted, not looked at yet. */
  readonly pasted: Range | null
  /** The range whose preview is shown, and who asked for it. */
  readonly offered: (Range & { readonly by: 'paste' | 'command' }) | null
  /** The way back: the last repair, with what stood there before. */
  readonly undone: readonly PlacedChange[]
}

type Message =
  | { readonly kind: 'offer'; readonly offered: EncodingRepair['offered'] }
  | { readonly kind: 'repaired'; readonly undone: readonly PlacedChange[] }

interface Options {
  /** Fonts of the text that is being pasted. */
  readonly pastedFonts: () => readonly FontSpan[]
}

const key = new PluginKey<EncodingRepair>('repairEncoding')
const nothing: EncodingRepair = { pasted: null, offered: null, undone: [] }

/** Typing programs paste corrected syllables too; their next key must not find a dialog. */
const quietBeforeOfferMs = 60

/** Looks at what was pasted and offers to repair legacy fonts; the dialog is React's, `encodingRepair(state)` feeds it. */
export const RepairEncoding = Extension.create<Options>({
  name: 'repairEncoding',
  addOptions: () => ({ pastedFonts: () => [] }),
  addProseMirrorPlugins() {
    const { pastedFonts } = this.options
    return [
      new Plugin<EncodingRepair>({
        key,
        state: {
          init: () => nothing,
          apply: (tr, before, old) => {
            const message: Message | undefined = tr.getMeta(key)
            const now = followed(before, tr.mapping)
            if (message?.kind === 'offer') return { ...now, pasted: null, offered: message.offered }
            if (message?.kind === 'repaired') return { ...nothing, undone: message.undone }
            if (tr.getMeta('paste') !== true) return now
            const { from, to } = old.selection
            const range = { from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) }
            return { ...now, pasted: { ...range, fonts: pastedFonts() } }
          },
        },
        view: () => {
          let timer: ReturnType<typeof setTimeout> | undefined
          return {
            update: view => {
              if (encodingRepair(view.state).pasted === null) return
              clearTimeout(timer)
              timer = setTimeout(() => offerPasted(view), quietBeforeOfferMs)
            },
            destroy: () => clearTimeout(timer),
          }
        },
      }),
    ]
  },
})

export function encodingRepair(state: EditorState): EncodingRepair {
  return key.getState(state) ?? nothing
}

/** Shows the preview for the selection, or for the whole text where nothing is selected. */
export function offerSelection(view: EditorView): void {
  readInput(view)
  const { selection, doc } = view.state
  const range = selection.empty
    ? { from: 0, to: doc.content.size }
    : { from: selection.from, to: selection.to }
  send(view, { kind: 'offer', offered: { ...range, fonts: [], by: 'command' } })
}

export function closeOffer(view: EditorView): void {
  send(view, { kind: 'offer', offered: null })
}

/** Puts changes into the text as one step of undo, and remembers the way back. Returns how many words changed. */
export function repairTexts(view: EditorView, changes: readonly PlacedChange[]): number {
  readInput(view)
  const tr = closeHistory(view.state.tr)
  const undone = replaceTexts(tr, changes)
  view.dispatch(tr.setMeta(key, { kind: 'repaired', undone } satisfies Message))
  return undone.length
}

/** Puts the letters as they came back, where nobody has changed them since the last repair; once. */
export function takeBackRepair(view: EditorView): void {
  readInput(view)
  const tr = closeHistory(view.state.tr)
  replaceTexts(tr, encodingRepair(view.state).undone)
  view.dispatch(tr.setMeta(key, { kind: 'repaired', undone: [] } satisfies Message))
  view.focus()
}

function offerPasted(view: EditorView): void {
  readInput(view)
  const { pasted } = encodingRepair(view.state)
  if (pasted === null || view.isDestroyed || view.composing) return
  const blocks = blocksBetween(view.state.doc, pasted.from, pasted.to).map(({ runs }) => runs)
  const found = view.editable && detectLegacy(withFonts(blocks, pasted.fonts)).length > 0
  send(view, { kind: 'offer', offered: found ? { ...pasted, by: 'paste' } : null })
}

function send(view: EditorView, message: Message): void {
  readInput(view)
  view.dispatch(view.state.tr.setMeta(key, message))
}

/** Others may type meanwhile: every place moves along. */
function followed(repair: EncodingRepair, mapping: Mappable): EncodingRepair {
  const { pasted, offered, undone } = repair
  const move = <Placed extends Range>(range: Placed): Placed => ({
    ...range,
    from: mapping.map(range.from, -1),
    to: mapping.map(range.to, 1),
  })
  return {
    pasted: pasted === null ? null : move(pasted),
    offered: offered === null ? null : move(offered),
    undone: undone.map(change => ({ ...change, from: mapping.map(change.from, 1) })),
  }
}
