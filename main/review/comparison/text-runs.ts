import { diffArrays } from 'diff'
import type { TextRun } from '#common/api/comparison'
import type { FormattedText } from './units'

/**
 * Comparing takes time in the square of the edits: a paragraph with more than these counts as written anew.
 */
const mostEdits = 800

const tokens = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu

/** Word by word in reading order; what stayed is looked at for its formatting. */
export function compareTexts(before: FormattedText, after: FormattedText): TextRun[] {
  const runs: TextRun[] = []
  let atBefore = 0
  let atAfter = 0
  for (const { kind, removed, added } of stretches(before.text, after.text)) {
    if (kind === 'same') {
      runs.push(...sameText(before, after, atBefore, atAfter, added.length))
    } else {
      runs.push(...cut(before, atBefore, atBefore + removed.length).map(piece => plain('removed', piece)))
      runs.push(...cut(after, atAfter, atAfter + added.length).map(piece => plain('added', piece)))
    }
    atBefore += removed.length
    atAfter += added.length
  }
  return joined(runs)
}

/** A text that stands on one side only. */
export function wholeText(change: 'same' | 'added' | 'removed', text: FormattedText): TextRun[] {
  return joined(cut(text, 0, text.text.length).map(piece => plain(change, piece)))
}

export function unformatted(text: string): FormattedText {
  return { text, stretches: [{ end: text.length, marks: [] }] }
}

interface Stretch {
  readonly kind: 'same' | 'changed'
  readonly removed: string
  readonly added: string
}

/** Blanks between two changes belong to them: "hai mươi" for "ba mốt" is one change, not two. */
function stretches(before: string, after: string): Stretch[] {
  if (before === after) return [{ kind: 'same', removed: before, added: after }]
  const changes = diffArrays(before.match(tokens) ?? [], after.match(tokens) ?? [], {
    maxEditLength: mostEdits,
  })
  if (changes === undefined) return [{ kind: 'changed', removed: before, added: after }]
  const found: Stretch[] = []
  const push = (stretch: Stretch) => {
    const last = found.at(-1)
    if (last?.kind !== stretch.kind) found.push(stretch)
    else
      found.splice(-1, 1, {
        ...last,
        removed: last.removed + stretch.removed,
        added: last.added + stretch.added,
      })
  }
  changes.forEach(({ added, removed, value }, index) => {
    const text = value.join('')
    const blankBetween = text.trim() === '' && replaces(found.at(-1)) && changes[index + 1] !== undefined
    push({
      kind: added || removed || blankBetween ? 'changed' : 'same',
      removed: added ? '' : text,
      added: removed ? '' : text,
    })
  })
  return found
}

function replaces(stretch: Stretch | undefined): boolean {
  return stretch?.kind === 'changed' && stretch.removed !== '' && stretch.added !== ''
}

interface Piece {
  readonly text: string
  readonly marks: readonly string[]
}

function cut(text: FormattedText, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const { end, marks } of text.stretches) {
    const piece = text.text.slice(Math.max(start, from), Math.min(end, to))
    if (end > from && start < to && piece !== '') pieces.push({ text: piece, marks })
    start = end
  }
  return pieces
}

function sameText(
  before: FormattedText,
  after: FormattedText,
  atBefore: number,
  atAfter: number,
  length: number,
): TextRun[] {
  const old = cut(before, atBefore, atBefore + length)
  const runs: TextRun[] = []
  let place = 0
  let left = old[0]?.text.length ?? 0
  for (const { text, marks } of cut(after, atAfter, atAfter + length)) {
    for (let rest = text; rest !== ''; ) {
      const marksBefore = old[place]?.marks ?? []
      const size = Math.min(rest.length, left)
      const change = marks.join('\n') === marksBefore.join('\n') ? 'same' : 'formatted'
      runs.push({ change, text: rest.slice(0, size), marks: [...marks], marksBefore: [...marksBefore] })
      rest = rest.slice(size)
      left -= size
      if (left === 0) left = old[++place]?.text.length ?? rest.length
    }
  }
  return runs
}

function plain(change: TextRun['change'], { text, marks }: Piece): TextRun {
  return { change, text, marks: [...marks], marksBefore: [...marks] }
}

function joined(runs: readonly TextRun[]): TextRun[] {
  const found: TextRun[] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (last !== undefined && looks(last) === looks(run))
      found.splice(-1, 1, { ...last, text: last.text + run.text })
    else found.push(run)
  }
  return found
}

function looks({ change, marks, marksBefore }: TextRun): string {
  return JSON.stringify([change, marks, marksBefore])
}
