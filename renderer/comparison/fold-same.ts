import type { ComparedBlock } from '#common/api/comparison'

/** Blocks to show, or how many in a row stayed as they were. */
export type Folded =
  | { readonly kind: 'block'; readonly index: number; readonly block: ComparedBlock }
  | { readonly kind: 'same'; readonly index: number; readonly count: number }

/** A change keeps this many unchanged blocks before and after it as its surroundings. */
const surroundings = 1

export function foldSame(blocks: readonly ComparedBlock[]): Folded[] {
  const near = (index: number) =>
    blocks
      .slice(Math.max(0, index - surroundings), index + surroundings + 1)
      .some(block => block.change !== 'same')
  const folded: Folded[] = []
  blocks.forEach((block, index) => {
    const last = folded.at(-1)
    if (index === 0 || near(index)) folded.push({ kind: 'block', index, block })
    else if (last?.kind === 'same') folded.splice(-1, 1, { ...last, count: last.count + 1 })
    else folded.push({ kind: 'same', index, count: 1 })
  })
  return folded
}
