import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import type { TextBlock } from '#common/vietnamese/encodings/legacy-encoding'
import type { LegacyFinding } from '#common/vietnamese/encodings/legacy-finding'

/** The text of one textblock within a range, and where it stands in the document. */
export interface PlacedBlock {
  /** Position of the first character. */
  readonly from: number
  readonly runs: TextBlock
}

export interface PlacedChange {
  readonly from: number
  readonly before: string
  readonly after: string
}

/** The textblocks between two positions; every inline node but text counts as one line break. */
export function blocksBetween(doc: Node, from: number, to: number): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true
    const start = Math.max(from, position + 1)
    const end = Math.min(to, position + 1 + node.content.size)
    const text = start < end ? doc.textBetween(start, end, '', '\n') : ''
    if (text.trim() !== '') blocks.push({ from: start, runs: [{ text }] })
    return false
  })
  return blocks
}

/** What the findings change, by positions in the document. */
export function placeChanges(
  blocks: readonly PlacedBlock[],
  findings: readonly LegacyFinding[],
): PlacedChange[] {
  return findings.flatMap(({ block, changes }) =>
    changes.map(({ from, before, after }) => ({ from: (blocks[block]?.from ?? 0) + from, before, after })),
  )
}

/** Replaces each text by the other where it still stands; marks stay, also within a word. */
export function replaceTexts(tr: Transaction, changes: readonly PlacedChange[]): PlacedChange[] {
  const done: PlacedChange[] = []
  for (const { from, before, after } of changes) {
    const at = tr.mapping.map(from)
    const to = at + before.length
    if (to > tr.doc.content.size || tr.doc.textBetween(at, to, '\n', '\n') !== before) continue
    replaceText(tr, at, before, after)
    done.push({ from: at, before: after, after: before })
  }
  return done
}

/** Only what differs is replaced: letters around it keep their marks and the cursor its place. */
function replaceText(tr: Transaction, at: number, before: string, after: string): void {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  tr.insertText(after.slice(head, after.length - tail), at + head, at + before.length - tail)
}
