import { Extension } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { AttributePlace } from '#common/document/attribute-texts'
import type { Finding } from '#common/vietnamese/proofreading/finding'

/** A finding where it stands in the document now. */
export interface PlacedFinding {
  readonly finding: Finding
  /** The words as they were when the finding was made; a fix is only put where they still stand. */
  readonly words: string
  readonly from: number
  readonly to: number
  /** Set where the words are an attribute of the node between `from` and `to`. */
  readonly place?: AttributePlace
}

interface MarksState {
  readonly decorations: DecorationSet
  /** Rises with every answer of the worker, so that lists are read again only then. */
  readonly reading: number
  /** The finding whose card is open, by the place it begins at. */
  readonly open: PlacedFinding | null
}

type Message =
  | { readonly kind: 'findings'; readonly placed: readonly PlacedFinding[] }
  | { readonly kind: 'open'; readonly placed: PlacedFinding | null }

const key = new PluginKey<MarksState>('proofreadMarks')
const none: MarksState = { decorations: DecorationSet.empty, reading: 0, open: null }

/** Underlines what the proofreader found. A key press maps them; only the worker's answers make new ones. */
export const ProofreadMarks = Extension.create({
  name: 'proofreadMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<MarksState>({
        key,
        state: { init: () => none, apply: (tr, before) => apply(tr, before) },
        props: {
          decorations: state => key.getState(state)?.decorations,
          handleClick: (view, position) => {
            const placed = findingAt(view.state, position)
            const { open } = key.getState(view.state) ?? none
            if (placed !== null || open !== null) view.dispatch(openFinding(view.state.tr, placed))
            return false
          },
        },
      }),
    ]
  },
})

function apply(tr: Transaction, before: MarksState): MarksState {
  const message: Message | undefined = tr.getMeta(key)
  if (message?.kind === 'findings') {
    // The card somebody is reading stays, as long as what it speaks of was found again.
    const open = message.placed.find(placed => isSamePlace(placed, before.open)) ?? null
    return { decorations: draw(tr.doc, message.placed), reading: before.reading + 1, open }
  }
  const decorations = tr.docChanged ? before.decorations.map(tr.mapping, tr.doc) : before.decorations
  if (message?.kind === 'open') return { ...before, decorations, open: message.placed }
  if (!tr.docChanged) return before
  return { ...before, decorations, open: null }
}

/** Whether two readings found the same words in the same place. */
export function isSamePlace(a: PlacedFinding, b: PlacedFinding | null): boolean {
  return (
    a.from === b?.from &&
    a.to === b.to &&
    a.words === b.words &&
    a.finding.rule === b.finding.rule &&
    a.finding.from === b.finding.from
  )
}

function draw(document: Node, placed: readonly PlacedFinding[]): DecorationSet {
  return DecorationSet.create(
    document,
    placed.map(({ finding, words, from, to, place }) =>
      place === undefined
        ? Decoration.inline(
            from,
            to,
            { class: 'proof-mark', 'data-severity': finding.severity, 'data-wide': String(to - from > 60) },
            { finding, words },
          )
        : Decoration.node(from, to, { class: 'proof-mark-node' }, { finding, words, place }),
    ),
  )
}

export function showFindings(tr: Transaction, placed: readonly PlacedFinding[]): Transaction {
  return tr.setMeta(key, { kind: 'findings', placed } satisfies Message).setMeta('addToHistory', false)
}

export function openFinding(tr: Transaction, placed: PlacedFinding | null): Transaction {
  return tr.setMeta(key, { kind: 'open', placed } satisfies Message).setMeta('addToHistory', false)
}

/** Everything marked now, in reading order. */
export function placedFindings(state: EditorState): readonly PlacedFinding[] {
  const { decorations } = key.getState(state) ?? none
  return decorations
    .find()
    .map(({ from, to, spec }) => ({ ...spec, from, to }) as PlacedFinding)
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

export function marksReading(state: EditorState): number {
  return key.getState(state)?.reading ?? 0
}

export function openedFinding(state: EditorState): PlacedFinding | null {
  return key.getState(state)?.open ?? null
}

/** The narrowest finding around a position. */
function findingAt(state: EditorState, position: number): PlacedFinding | null {
  const [narrowest] = placedFindings(state)
    .filter(
      ({ from, to, place }) => place === undefined && from <= position && position <= to && to - from <= 60,
    )
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  return narrowest ?? null
}
