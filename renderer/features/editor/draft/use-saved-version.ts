import { useState } from 'react'
import type { DraftLink } from './draft-link.ts'
import { useDraftStatus } from './use-draft-link.ts'

/** Changes with every save, and only then; empty before the first. */
export function useSavedVersion(link: DraftLink | null): string {
  const status = useDraftStatus(link)
  const [version, setVersion] = useState('')
  if (status.kind === 'saved' && status.at !== version) setVersion(status.at)
  return version
}
