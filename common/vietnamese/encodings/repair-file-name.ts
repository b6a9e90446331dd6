import { composeVietnamese } from './compose'
import { detectLegacy } from './detect-legacy'
import { repairRuns } from './repair-runs'

/** A file's name in composed Unicode: macOS takes letters apart, old machines wrote `C«ng v¨n sè 12.doc`. */
export function repairFileName(fileName: string): string {
  const composed = composeVietnamese(fileName)
  const [, stem = composed, extension = ''] = /^(.*?)(\.\w{1,5})?$/su.exec(composed) ?? []
  // Underscores stand for spaces.
  const blocks = [[{ text: stem.replaceAll('_', ' ') }]]
  const findings = detectLegacy(blocks, { charactersAtLeast: 0 })
  const [repaired = stem] = repairRuns(blocks, findings).blocks[0] ?? []
  if (findings.length === 0) return composed
  return (stem.includes('_') ? repaired.replaceAll(' ', '_') : repaired) + extension
}
