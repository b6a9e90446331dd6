import type { Node } from 'prosemirror-model'
import { listSuggestions } from '#common/document/suggestions/list-suggestions'
import { isSuggestionMark, stampOf } from '#common/document/suggestions/suggestion-marks'

interface Known {
  readonly by: string
  readonly at: string
  /** Every text that stood under it, one behind the other. */
  readonly text: string
}

/** A field's suggestion is told from one in the text by its value. */
type Stamps = ReadonlyMap<string, Known>

/**
 * Whose suggestions a draft holds or held, so that nobody puts words into another's mouth: a suggestion that comes in is
 * by who sends it, or it is one there was (an undo, a block that moved), with no word added (docs/workflow.md, W13).
 */
export class KnownSuggestions {
  readonly #known = new Map<string, Known>()

  constructor(document: Node) {
    this.remember(document)
  }

  /** True when every suggestion in the document is by its author. */
  admits(document: Node, by: string): boolean {
    for (const [id, found] of stampsIn(document)) {
      const known = this.#known.get(id)
      if (known === undefined ? found.by !== by : !isPartOf(found, known, by)) return false
    }
    return true
  }

  remember(document: Node): void {
    for (const [id, found] of stampsIn(document)) {
      const known = this.#known.get(id)
      if (known === undefined) this.#known.set(id, found)
      else if (!isSubsequence(found.text, known.text))
        this.#known.set(id, { ...known, text: known.text + found.text })
    }
  }
}

/** Whether steps bring suggestions along at all; most do not, and then nothing has to be looked at. */
export function carriesSuggestions(steps: readonly unknown[]): boolean {
  return /"(inserted|deleted|changed)"|"stepType":"suggestField/.test(JSON.stringify(steps))
}

function isPartOf(found: Known, known: Known, by: string): boolean {
  if (found.by !== known.by || found.at !== known.at) return false
  return found.by === by || isSubsequence(found.text, known.text)
}

function stampsIn(document: Node): Stamps {
  const found = new Map<string, Known>()
  const add = (id: string, by: string, at: string, text: string) =>
    found.set(id, { by, at, text: (found.get(id)?.text ?? '') + text })
  document.descendants(node => {
    for (const mark of node.marks) {
      if (!isSuggestionMark(mark)) continue
      const { id, by, at } = stampOf(mark)
      add(id, by, at, node.text ?? '')
    }
  })
  for (const { id, by, at, place, value } of listSuggestions(document))
    if (place.kind === 'field') add(id, by, at, JSON.stringify(value) ?? '')
  return found
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const sign of whole) if (at < part.length && part.startsWith(sign, at)) at += sign.length
  return at === part.length
}
