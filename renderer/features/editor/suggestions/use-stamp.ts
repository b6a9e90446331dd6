import { useCallback } from 'react'
import type { SuggestionStamp } from '#common/document/suggestions/suggestion-marks'
import { useSession } from '#renderer/api/session.tsx'

/** Stamps of suggestions that the person at this window makes. */
export function useStamp(): () => SuggestionStamp {
  const { account } = useSession()
  return useCallback(
    () => ({ id: crypto.randomUUID(), by: account.id, at: new Date().toISOString() }),
    [account.id],
  )
}
