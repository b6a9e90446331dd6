import type { NamedBackup } from './repository'

/** One rule: of the backups younger than `forDays`, the newest of every `everyDays` days stays. */
export interface RetentionRule {
  readonly everyDays: number
  readonly forDays: number
}

/** `from`: since when the rules hold. The newest backup of each workspace always stays. */
export interface RetentionRules {
  readonly from: string
  readonly rules: readonly RetentionRule[]
}

const dayMs = 86_400_000
/** Days begin at midnight in Việt Nam (UTC+7, no summer time). */
const vietnamMs = 7 * 3_600_000

/** Names of the backups that stay. Workspaces that share a stick do not count against each other. */
export function keptBackups(
  backups: readonly NamedBackup[],
  { rules }: RetentionRules,
  nowMs: number,
): ReadonlySet<string> {
  const kept = new Set<string>()
  const taken = new Set<string>()
  const newestFirst = [...backups].sort((a, b) => Date.parse(b.head.at) - Date.parse(a.head.at))
  for (const { name, head } of newestFirst) {
    const atMs = Date.parse(head.at)
    const slots = rules
      .filter(({ forDays }) => nowMs - atMs < forDays * dayMs)
      .map(
        ({ everyDays }) =>
          `${head.workspace} ${everyDays} ${Math.floor((atMs + vietnamMs) / (everyDays * dayMs))}`,
      )
    const isNewest = !taken.has(head.workspace)
    if (isNewest || slots.some(slot => !taken.has(slot))) kept.add(name)
    for (const slot of [head.workspace, ...slots]) taken.add(slot)
  }
  return kept
}
