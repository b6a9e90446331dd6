import { detectLegacy } from './detect-legacy'
import type { TextBlock } from './legacy-encoding'
import type { LegacyFinding, WordChange } from './legacy-finding'

export interface RepairedText {
  /** The text of every run of every block, in the same shape as what came in. */
  readonly blocks: readonly (readonly string[])[]
  readonly findings: readonly LegacyFinding[]
}

/** Decodes what is found in a text, run by run, so that every run keeps its own formatting. */
export function repairRuns(
  blocks: readonly TextBlock[],
  findings: readonly LegacyFinding[] = detectLegacy(blocks),
): RepairedText {
  return {
    findings,
    blocks: blocks.map((runs, block) =>
      applyToRuns(
        runs,
        findings.filter(finding => finding.block === block).flatMap(finding => finding.changes),
      ),
    ),
  }
}

/** Words that several runs share are cut where the formatting changed, as nearly as the lengths allow. */
function applyToRuns(runs: TextBlock, changes: readonly WordChange[]): string[] {
  let start = 0
  return runs.map(({ text }) => {
    const end = start + text.length
    let result = ''
    let at = start
    for (const change of changes) {
      if (change.to <= start || change.from >= end) continue
      const [from, to] = [Math.max(change.from, start), Math.min(change.to, end)]
      result += text.slice(at - start, from - start) + shareOf(change, from, to)
      at = to
    }
    result += text.slice(at - start)
    start = end
    return result
  })
}

function shareOf({ from, to, after }: WordChange, partFrom: number, partTo: number): string {
  const cut = (at: number) => Math.round(((at - from) / (to - from)) * after.length)
  return after.slice(cut(partFrom), cut(partTo))
}
