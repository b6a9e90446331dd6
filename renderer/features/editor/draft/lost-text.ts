import type { Transaction } from 'prosemirror-state'
import { Mapping, ReplaceStep, type Step } from 'prosemirror-transform'

/** Text that two people's changes left no place for; the person decides what becomes of it. */
export interface LostText {
  readonly id: string
  /** `own`: typed here under somebody's deletion. `theirs`: typed by somebody into what was deleted here meanwhile. */
  readonly kind: 'own' | 'theirs'
  readonly text: string
}

type Found = Omit<LostText, 'id'>

/**
 * What got lost when the steps of others came under unsent ones. `rebase` is what prosemirror-collab made of both: it
 * takes back the unsent steps, applies those of the others, and repeats the unsent ones that still fit.
 */
export function lostText(unsent: readonly Step[], theirs: number, rebase: Transaction): readonly Found[] {
  if (unsent.length === 0 || rebase.steps.length === 0) return []
  const repeated = rebase.steps.slice(unsent.length + theirs)
  return [...droppedText(unsent, repeated), ...deletedText(unsent.length, theirs, rebase)]
}

/** Unsent text whose step did not fit any more; neighbouring letters are one text. */
function droppedText(unsent: readonly Step[], repeated: readonly Step[]): Found[] {
  const kept = new Map<string, number>()
  for (const text of repeated.map(textOf)) kept.set(text, (kept.get(text) ?? 0) + 1)
  const dropped = unsent.map(textOf).filter(text => {
    const left = kept.get(text) ?? 0
    if (left > 0) kept.set(text, left - 1)
    return left === 0 && text !== ''
  })
  return dropped.length === 0 ? [] : [{ kind: 'own', text: dropped.join('') }]
}

/** Text of others that unsent deletions, made before it came, take away with theirs. */
function deletedText(before: number, theirs: number, rebase: Transaction): Found[] {
  const behind = before + theirs
  const document = rebase.docs[behind]
  if (document === undefined) return []
  const { maps } = rebase.mapping
  const repeated = new Mapping(maps.slice(behind))
  return maps.slice(before, behind).flatMap((map, index): Found[] => {
    const rest = new Mapping(maps.slice(before + index + 1, behind))
    const found: Found[] = []
    map.forEach((_from, _to, newFrom, newTo) => {
      const [from, to] = [rest.map(newFrom, 1), rest.map(newTo, -1)]
      if (from >= to || repeated.map(from, 1) < repeated.map(to, -1)) return
      const text = document.textBetween(from, to, '\n')
      if (text.trim() !== '') found.push({ kind: 'theirs', text })
    })
    return found
  })
}

function textOf(step: Step): string {
  return step instanceof ReplaceStep ? step.slice.content.textBetween(0, step.slice.content.size, '\n') : ''
}
