import type { ReadBack } from '#common/domain/job'

type Part = ReadBack['parts'][number]

export interface Fault {
  readonly part: Part['part']
  readonly verdict: Exclude<Part['verdict'], 'right'>
  readonly count: number
}

/** What a reader gets otherwise than approved, counted by kind: "thiếu 1 ảnh". */
export function faultsOf(parts: readonly Part[]): readonly Fault[] {
  const faults = new Map<string, Fault>()
  for (const { part, verdict } of parts) {
    if (verdict === 'right') continue
    const key = `${part}.${verdict}`
    faults.set(key, { part, verdict, count: (faults.get(key)?.count ?? 0) + 1 })
  }
  return [...faults.values()]
}
