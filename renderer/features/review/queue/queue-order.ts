import type { ArticleRow } from '#common/api/views'

type Rows = readonly Pick<ArticleRow, 'id' | 'own' | 'claim'>[]

/** Where a reviewer begins: the oldest text this person may decide about, else the oldest at all. */
export function startOfQueue(rows: Rows, account: string): string | null {
  return (rows.find(row => mayDecide(row, account)) ?? rows[0])?.id ?? null
}

/** The next text to decide about after this one, going round; null when there is none. */
export function nextInQueue(rows: Rows, current: string, account: string): string | null {
  const at = rows.findIndex(row => row.id === current)
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  return others.find(row => row.id !== current && mayDecide(row, account))?.id ?? null
}

/** One step up or down; null at the end. */
export function besideInQueue(rows: Rows, current: string | null, by: 1 | -1): string | null {
  const at = rows.findIndex(row => row.id === current)
  return rows[at + by]?.id ?? null
}

function mayDecide(row: Rows[number], account: string): boolean {
  return !row.own && (row.claim === null || row.claim.by === account)
}
