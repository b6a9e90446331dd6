/** So many votes on one poll from one address in so long: a household or an office still votes, a script does not. */
const most = 20
const spanMs = 10 * 60_000
/** Counters are thrown away all at once when there are this many: addresses are no use afterwards. */
const countersAtMost = 10_000

export interface VoteLimit {
  /** True when one more may come from this address now, and counts it; else how long it has to wait. */
  admit(article: string, address: string): true | { readonly waitMs: number }
}

/** Kept in memory only, so that no address is ever written down. */
export function createVoteLimit(now: () => number): VoteLimit {
  const counters = new Map<string, { count: number; readonly endsMs: number }>()
  return {
    admit: (article, address) => {
      const nowMs = now()
      const key = `${article} ${address}`
      const counter = counters.get(key)
      if (counter === undefined || counter.endsMs <= nowMs) {
        if (counters.size >= countersAtMost) counters.clear()
        counters.set(key, { count: 1, endsMs: nowMs + spanMs })
        return true
      }
      if (counter.count >= most) return { waitMs: counter.endsMs - nowMs }
      counter.count += 1
      return true
    },
  }
}
