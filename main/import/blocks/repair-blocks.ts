import { composeVietnamese } from '#common/vietnamese/encodings/compose'
import { detectLegacy } from '#common/vietnamese/encodings/detect-legacy'
import { repairRuns } from '#common/vietnamese/encodings/repair-runs'
import { type Block, plainText, textRuns, withRuns } from './blocks'

/** A paragraph that was written in an old font, before and after. */
export interface EncodingChange {
  readonly before: string
  readonly after: string
  readonly guessed: boolean
}

export interface RepairedBlocks {
  readonly blocks: readonly Block[]
  readonly changes: readonly EncodingChange[]
}

/** Decodes .VnTime and VNI text run by run; fonts are hints, the bytes are the proof (common/vietnamese). */
export function repairBlocks(blocks: readonly Block[]): RepairedBlocks {
  const texts = textRuns(blocks)
  const findings = detectLegacy(texts)
  if (findings.length === 0) return { blocks, changes: [] }
  const repaired = repairRuns(texts, findings).blocks
  const changes = [...new Set(findings.map(finding => finding.block))].map(block => ({
    before: plainText(texts[block] ?? []),
    after: (repaired[block] ?? []).join(''),
    guessed: findings.some(
      finding => finding.block === block && finding.changes.some(change => change.guessed),
    ),
  }))
  let at = 0
  const next = () => {
    const place = at++
    return (texts[place] ?? []).map((run, index) => ({ ...run, text: repaired[place]?.[index] ?? run.text }))
  }
  return { blocks: withRuns(blocks, next), changes }
}

/** Letters that were typed in pieces become whole ones. */
export function composeBlocks(blocks: readonly Block[]): Block[] {
  const texts = textRuns(blocks)
  let at = 0
  return withRuns(blocks, () =>
    (texts[at++] ?? []).map(run => ({ ...run, text: composeVietnamese(run.text) })),
  )
}
