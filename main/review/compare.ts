import { diffWordsWithSpace } from 'diff'
import type { Node } from 'prosemirror-model'
import type { Comparison } from '#common/api/views'
import { publishedFacts } from '#common/document/published-facts'
import { blobsOf } from '#common/document/revision-body'
import { countWords } from '#common/document/summary'
import { bodyText } from '#common/document/to-text'

type Part = Comparison['parts'][number]
type Difference = Part['differences'][number]

/**
 * Comparing takes time in the square of the edits and nothing else runs meanwhile: two different texts of 3,000 words
 * would hold up everybody's typing for ten seconds. Above this a text counts as written anew.
 */
const mostEdits = 800

/** What changed from one text to another, word by word, in reading order. `from` null: everything is new. */
export function compareDocuments(base: Comparison['base'], from: Node | null, to: Node): Comparison {
  const parts = [
    part(
      'headline',
      'Tiêu đề',
      text(from, node => node.child(0).textContent),
      to.child(0).textContent,
    ),
    part(
      'lead',
      'Sapo',
      text(from, node => node.child(1).textContent),
      to.child(1).textContent,
    ),
    part('body', 'Nội dung', text(from, bodyText), bodyText(to)),
    part('fields', 'Thông tin', text(from, fieldText), fieldText(to)),
  ]
  return {
    base,
    parts,
    words: parts.reduce((sum, { differences }) => sum + changedWords(differences), 0),
    pictures: changedBlobs(from, to, 'picture'),
    files: changedBlobs(from, to, 'file'),
  }
}

function part(name: Part['part'], label: string, before: string, after: string): Part {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits })
  const differences = changes?.map(
    (change): Difference => ({
      kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
      text: change.value,
    }),
  )
  return { part: name, label, differences: differences ?? rewritten(before, after) }
}

function rewritten(before: string, after: string): Difference[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

function text(document: Node | null, read: (document: Node) => string): string {
  return document === null ? '' : read(document)
}

function fieldText(document: Node): string {
  const { category, sourceName, byline } = document.attrs
  const common = [category, sourceName, byline].filter(value => typeof value === 'string' && value !== '')
  return [...common, ...publishedFacts(document).map(([label, value]) => `${label}: ${value}`)].join('\n')
}

/** A replaced word counts once: the larger of what went and what came, stretch by stretch. */
function changedWords(differences: readonly Difference[]): number {
  let words = 0
  let removed = 0
  for (const difference of differences) {
    const count = countWords(difference.text)
    if (difference.kind === 'removed') removed += count
    else if (difference.kind === 'added') {
      words += Math.max(count, removed)
      removed = 0
    } else {
      words += removed
      removed = 0
    }
  }
  return words + removed
}

function changedBlobs(from: Node | null, to: Node, use: 'picture' | 'file'): number {
  const hashes = (document: Node): Set<string> =>
    new Set(blobsOf(document).flatMap(blob => (blob.use === use ? [blob.hash] : [])))
  const before = from === null ? new Set<string>() : hashes(from)
  const after = hashes(to)
  return (
    [...after].filter(hash => !before.has(hash)).length + [...before].filter(hash => !after.has(hash)).length
  )
}
