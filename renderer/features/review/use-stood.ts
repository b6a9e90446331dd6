import { useEffect, useState } from 'react'

/** Long enough that a click or key meant for the text before it is over. */
export const standingMs = 1_500

export interface Standing {
  /** True once this very page has stood on the screen for a moment. */
  readonly stood: boolean
  /** The page has come onto the screen. */
  readonly begin: () => void
}

/** Nobody decides about a text that has only just appeared under the button (docs/workflow.md, W12); a new page begins anew. */
export function useStood(page: string): Standing {
  const [shown, setShown] = useState<string | null>(null)
  const [stood, setStood] = useState<string | null>(null)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setStood(shown), standingMs)
    return () => clearTimeout(timer)
  }, [shown])
  return { stood: stood === page, begin: () => setShown(page) }
}
