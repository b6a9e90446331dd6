import { useState } from 'react'

export interface Selection {
  readonly count: number
  readonly has: (id: string) => boolean
  readonly toggle: (id: string, selected: boolean) => void
  readonly set: (ids: readonly string[]) => void
}

/** Ticked rows; only those that are still listed count. */
export function useSelection(listed: readonly { readonly id: string }[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const has = (id: string) => ids.has(id)
  return {
    count: listed.filter(row => ids.has(row.id)).length,
    has,
    toggle: (id, selected) => {
      const next = new Set(ids)
      if (selected) next.add(id)
      else next.delete(id)
      setIds(next)
    },
    set: next => setIds(new Set(next)),
  }
}
