import type { Node } from 'prosemirror-model'
import type {
  ComparedBlock,
  ComparedField,
  Comparison,
  ComparisonCounts,
  TextRun,
} from '#common/api/comparison'
import { fieldText } from '#common/document/published-facts'
import { blobsOf } from '#common/document/revision-body'
import { countWords } from '#common/document/summary'
import { allFields } from '#common/domain/kinds/registry'
import { compareBlocks, compareUnits } from './compare-blocks'
import { compareTexts, unformatted } from './text-runs'
import { bodyUnits, lineUnit } from './units'

/** What changed from one text to another, in reading order. `before` null: everything is new. */
export function compareDocuments(before: Node | null, after: Node): Comparison {
  const line = (place: 0 | 1) =>
    compareUnits(before === null ? null : lineUnit(before.child(place)), lineUnit(after.child(place)))
  const blocks = [
    line(0),
    line(1),
    ...compareBlocks(before === null ? [] : bodyUnits(before), bodyUnits(after)),
  ]
  const fields = compareFields(before, after)
  return { blocks, fields, counts: countChanges(blocks, fields, before, after) }
}

function compareFields(before: Node | null, after: Node): ComparedField[] {
  return [...allFields.values()].flatMap(field => {
    const text = (document: Node | null) => fieldText(field, document?.attrs[field.key]) ?? ''
    const [old, now] = [text(before), text(after)]
    if (old === now) return []
    return [{ key: field.key, label: field.label, runs: compareTexts(unformatted(old), unformatted(now)) }]
  })
}

function countChanges(
  blocks: readonly ComparedBlock[],
  fields: readonly ComparedField[],
  before: Node | null,
  after: Node,
): ComparisonCounts {
  const texts = [
    ...blocks.flatMap(block => (block.change === 'moved' ? [] : runsIn(block))),
    ...fields.map(f => f.runs),
  ]
  const sum = (count: (runs: readonly TextRun[]) => number) =>
    texts.reduce((total, runs) => total + count(runs), 0)
  const moved = blocks.filter(block => block.change === 'moved').length
  return {
    words: sum(runs => changedWords(runs).words),
    signs: sum(runs => changedWords(runs).signs),
    formats:
      sum(runs => runs.filter(run => run.change === 'formatted').length) +
      blocks.filter(block => block.kind === 'text' && block.styleBefore !== null).length,
    pictures: changedBlobs(before, after, 'picture'),
    files: changedBlobs(before, after, 'file'),
    fields: fields.length,
    // Each stands twice: where it was and where it is.
    moved: Math.ceil(moved / 2),
  }
}

function runsIn(block: ComparedBlock): readonly (readonly TextRun[])[] {
  switch (block.kind) {
    case 'text':
      return [block.runs]
    case 'table':
      return block.rows.flatMap(row => row.cells.map(cell => cell.runs))
    case 'picture':
      return [block.runs, ...block.details.map(detail => detail.runs)]
    case 'file':
    case 'poll':
      return block.details.map(detail => detail.runs)
    case 'rule':
      return []
  }
}

/** A replaced word counts once: the larger of what went and what came, stretch by stretch. */
function changedWords(runs: readonly TextRun[]): { readonly words: number; readonly signs: number } {
  let words = 0
  let signs = 0
  let open = { removed: 0, added: 0, characters: 0 }
  const close = () => {
    const most = Math.max(open.removed, open.added)
    words += most
    if (most === 0 && open.characters > 0) signs += 1
    open = { removed: 0, added: 0, characters: 0 }
  }
  for (const { change, text } of runs) {
    if (change === 'removed' || change === 'added') {
      open[change] += countWords(text)
      open.characters += text.trim().length
    } else close()
  }
  close()
  return { words, signs }
}

function changedBlobs(before: Node | null, after: Node, use: 'picture' | 'file'): number {
  const hashes = (document: Node | null) =>
    document === null ? [] : blobsOf(document).flatMap(blob => (blob.use === use ? [blob.hash] : []))
  const [old, now] = [new Set(hashes(before)), new Set(hashes(after))]
  const come = [...now].filter(hash => !old.has(hash)).length
  const gone = [...old].filter(hash => !now.has(hash)).length
  // One picture for another is one change.
  return Math.max(come, gone)
}
