import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { Mapping, ReplaceAroundStep, ReplaceStep, type Step, type StepMap } from 'prosemirror-transform'

/** What two people's changes left no place for; the person decides what becomes of it. */
export interface LostText {
  readonly id: string
  /**
   * `own`: typed here under somebody's deletion. `theirs`: typed by somebody into what was deleted here meanwhile.
   * `change`: done here to text that still stands (a heading, a list, a picture put in) and no longer possible.
   */
  readonly kind: 'own' | 'theirs' | 'change'
  /** For a `change`, the words it was made to; empty when it was made to none. */
  readonly text: string
}

type Found = Omit<LostText, 'id'>

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * What got lost when the steps of others came under unsent ones. `rebase` is what prosemirror-collab made of both: it
 * takes back the unsent steps, applies those of the others, and repeats the unsent ones that still fit.
 */
export function lostText(unsent: readonly Step[], theirs: number, rebase: Transaction): readonly Found[] {
  if (unsent.length === 0 || rebase.steps.length === 0) return []
  return [...droppedSteps(unsent, rebase), ...deletedText(unsent.length, theirs, rebase)]
}

/** Unsent steps that did not fit any more: the text they put in, and what else they did. */
function droppedSteps(unsent: readonly Step[], rebase: Transaction): Found[] {
  const [before] = rebase.docs
  // The rebase begins with the inverse of the last unsent step; one that was repeated is known as its mirror.
  const inverse = (index: number) => unsent.length - 1 - index
  const dropped = unsent.flatMap((step, index) =>
    rebase.mapping.getMirror(inverse(index)) === undefined ? [{ step, index }] : [],
  )
  if (before === undefined || dropped.length === 0) return []
  const maps = unsent.map(step => step.getMap())
  const texts = joined(dropped.flatMap(({ index }) => addedBy(maps, index)))
    .map(({ from, to }) => before.textBetween(from, to, '\n'))
    .filter(text => text.trim() !== '')
  const changes = dropped
    .filter(({ step }) => !isDeletion(step) && !some(step, node => node.isText))
    .flatMap(({ step, index }) => wordsOfChange(step, inverse(index) + 1, rebase))
  return [
    ...texts.map((text): Found => ({ kind: 'own', text })),
    ...[...new Set(changes)].map((text): Found => ({ kind: 'change', text })),
  ]
}

/** What a step put in, as far as it stands when all of them are done. */
function addedBy(maps: readonly StepMap[], index: number): Range[] {
  const rest = new Mapping(maps.slice(index + 1))
  const added: Range[] = []
  maps[index]?.forEach((_from, _to, newFrom, newTo) => {
    const range = { from: rest.map(newFrom, 1), to: rest.map(newTo, -1) }
    if (range.from < range.to) added.push(range)
  })
  return added
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const done: Range[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = done.at(-1)
    if (last !== undefined && from <= last.to)
      done.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) })
    else done.push({ from, to })
  }
  return done
}

/** The words a dropped change was made to, as they stand now; none when they are gone themselves. */
function wordsOfChange(step: Step, done: number, rebase: Transaction): readonly string[] {
  const document = rebase.docs[done]
  const touched = document === undefined ? null : touchedBy(step, document)
  if (touched === null) return []
  const rest = rebase.mapping.slice(done)
  const [from, to] = [rest.map(touched.from, 1), rest.map(touched.to, -1)]
  if (from < to) return [rebase.doc.textBetween(from, to, '\n')]
  // A picture or a table is lost with the place it was put in; a split of a paragraph there is not worth a word.
  return some(step, node => node.type.name === 'figure' || (node.isBlock && !node.isTextblock)) ? [''] : []
}

function touchedBy(step: Step, document: Node): Range | null {
  const { from, to, pos } = step as { readonly from?: number; readonly to?: number; readonly pos?: number }
  if (from !== undefined && to !== undefined) return { from, to }
  return pos === undefined ? null : { from: pos, to: pos + (document.nodeAt(pos)?.nodeSize ?? 0) }
}

function isDeletion(step: Step): boolean {
  return step instanceof ReplaceStep && step.slice.size === 0
}

/** Whether a node of that sort is among those a step puts in. */
function some(step: Step, isSo: (node: Node) => boolean): boolean {
  let found = false
  if (step instanceof ReplaceStep || step instanceof ReplaceAroundStep)
    step.slice.content.descendants(node => {
      found ||= isSo(node)
    })
  return found
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
