import { useCallback, useEffect, useState } from 'react'
import type { Output } from '#common/api/contract'
import type { Problem } from '#common/api/problems/problem'
import { ask } from '#renderer/api/queries.ts'
import { useWire } from '#renderer/api/wire-context.tsx'

export type DraftView = Output<'drafts.open'>

export type OpenedDraft =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** `opening` counts: an editor lives as long as its number. */
  | { readonly kind: 'open'; readonly draft: DraftView; readonly opening: number }

/** Opens the draft anew on every mount (an answer kept from before would be an old version), and again on demand. */
export function useDraft(article: string): { readonly opened: OpenedDraft; readonly reopen: () => void } {
  const wire = useWire()
  const [opening, setOpening] = useState(0)
  const [opened, setOpened] = useState<OpenedDraft>({ kind: 'opening' })
  useEffect(() => {
    let wanted = true
    void ask(wire, 'drafts.open', { article }).then(answer => {
      if (!wanted) return
      setOpened(
        answer.ok
          ? { kind: 'open', draft: answer.value, opening }
          : { kind: 'problem', problem: answer.problem },
      )
    })
    return () => {
      wanted = false
    }
  }, [wire, article, opening])
  const reopen = useCallback(() => setOpening(count => count + 1), [])
  return { opened, reopen }
}
