import type { BlockChange, ComparedBlock, TextRun } from '#common/api/comparison'
import { type BlobHash, blobHash } from '#common/domain/ids'
import { unreachable } from '#common/domain/unreachable'
import { align, type Pair } from './align'
import { bagOfWords, dice } from './similarity'
import { compareTexts, unformatted, wholeText } from './text-runs'
import type { Cell, Detail, FormattedText, Unit } from './units'

type Row = readonly Cell[]

/** Sets the units of two bodies against each other and compares each pair. */
export function compareBlocks(before: readonly Unit[], after: readonly Unit[]): ComparedBlock[] {
  const pairs = align(before, after, { signature: unit => unit.signature, similarity })
  const moved = movedSignatures(pairs)
  return pairs.map(pair => {
    const block = compareUnits(pair.before, pair.after)
    const only = pair.before ?? pair.after
    return pair.before !== null && pair.after !== null
      ? block
      : moved.has(only.signature)
        ? { ...block, change: 'moved' as const }
        : block
  })
}

/** One pair; one side may be missing. */
export function compareUnits(before: Unit | null, after: Unit | null): ComparedBlock {
  const unit = after ?? before
  if (unit === null) throw new RangeError('nothing to compare')
  const change = changeOf(before, after, () => before?.signature === after?.signature)
  switch (unit.kind) {
    case 'text': {
      const old = before?.kind === 'text' ? before : null
      const now = after?.kind === 'text' ? after : null
      const styleBefore = old !== null && now !== null && old.style !== now.style ? old.style : null
      return { kind: 'text', change, style: unit.style, styleBefore, runs: runs(old?.text, now?.text) }
    }
    case 'table': {
      const old = before?.kind === 'table' ? before.rows : []
      const now = after?.kind === 'table' ? after.rows : []
      return { kind: 'table', change, rows: align(old, now, rowAlignment).map(compareRows) }
    }
    case 'picture': {
      const old = before?.kind === 'picture' ? before : null
      const now = after?.kind === 'picture' ? after : null
      return {
        kind: 'picture',
        change,
        picture: hashOf(now?.picture),
        pictureBefore: hashOf(old?.picture),
        details: details(old?.details, now?.details),
        runs: runs(old?.text, now?.text),
      }
    }
    case 'file': {
      const old = before?.kind === 'file' ? before : null
      const now = after?.kind === 'file' ? after : null
      return {
        kind: 'file',
        change,
        file: hashOf(now?.file),
        fileBefore: hashOf(old?.file),
        details: details(old?.details, now?.details),
      }
    }
    case 'poll': {
      const old = before?.kind === 'poll' ? before : null
      const now = after?.kind === 'poll' ? after : null
      return { kind: 'poll', change, details: details(old?.details, now?.details) }
    }
    case 'rule':
      return { kind: 'rule', change }
    default:
      return unreachable(unit)
  }
}

const rowAlignment = {
  signature: (row: Row) => JSON.stringify(row),
  similarity: (a: Row, b: Row) => dice(rowBag(a), rowBag(b)),
}

const cellAlignment = {
  signature: (cell: Cell) => JSON.stringify(cell),
  similarity: (a: Cell, b: Cell) => dice(bagOfWords(a.text.text), bagOfWords(b.text.text)),
}

function compareRows({ before, after }: Pair<Row>) {
  const change = changeOf(before, after, () => JSON.stringify(before) === JSON.stringify(after))
  // A table keeps its columns most of the time; only another count of cells makes it worth looking for the one that came.
  const cells: readonly Pair<Cell>[] =
    before?.length === after?.length
      ? (after ?? []).map((cell, index) => ({ before: before?.[index] ?? cell, after: cell }))
      : align(before ?? [], after ?? [], cellAlignment)
  return { change, cells: cells.map(compareCells) }
}

function compareCells({ before, after }: Pair<Cell>) {
  const cell = after ?? before
  const change = changeOf(before, after, () => JSON.stringify(before) === JSON.stringify(after))
  return { change, header: cell.header, runs: runs(before?.text, after?.text) }
}

function changeOf(before: unknown, after: unknown, same: () => boolean): BlockChange {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return same() ? 'same' : 'changed'
}

function runs(before: FormattedText | undefined, after: FormattedText | undefined): TextRun[] {
  if (before !== undefined && after !== undefined) return compareTexts(before, after)
  if (after !== undefined) return wholeText('added', after)
  return before === undefined ? [] : wholeText('removed', before)
}

function details(before: readonly Detail[] = [], after: readonly Detail[] = []) {
  const names = [...new Set([...after, ...before].map(({ name }) => name))]
  return names.flatMap(name => {
    const text = (list: readonly Detail[]) => list.find(detail => detail.name === name)?.text ?? ''
    const found = compareTexts(unformatted(text(before)), unformatted(text(after)))
    return found.length === 0 ? [] : [{ name, runs: found }]
  })
}

function hashOf(hash: string | undefined): BlobHash | null {
  return hash === undefined ? null : blobHash.parse(hash)
}

/** Units of a kind by their words; a picture or file is itself wherever it goes, a new one in its place still its heir. */
function similarity(before: Unit, after: Unit): number {
  if (before.kind !== after.kind) return 0
  const words = dice(before.bag, after.bag)
  if (before.kind === 'picture' && after.kind === 'picture')
    return before.picture === after.picture ? 1 : Math.max(0.35, words * 0.9)
  if (before.kind === 'file' && after.kind === 'file')
    return before.file === after.file ? 1 : Math.max(0.35, words * 0.9)
  return before.kind === 'table' ? Math.max(0.35, words) : words
}

function movedSignatures(pairs: readonly Pair<Unit>[]): ReadonlySet<string> {
  const gone = new Set(pairs.flatMap(({ before, after }) => (after === null ? [before.signature] : [])))
  const come = pairs.flatMap(({ before, after }) => (before === null ? [after] : []))
  return new Set(
    come.flatMap(({ signature, bag, kind }) =>
      gone.has(signature) && (bag.length > 2 || kind === 'picture' || kind === 'file') ? [signature] : [],
    ),
  )
}

function rowBag(row: Row): Int32Array {
  return bagOfWords(row.map(cell => cell.text.text).join(' '))
}
