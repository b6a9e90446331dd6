import { useCallback, useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { complain } from '#renderer/ui/toasts.ts'
import type { LostText } from './lost-text.ts'

/** Text that got lost between two people stays listed until the person has dealt with it. */
export function useLostText() {
  const { t } = useText()
  const [lost, setLost] = useState<readonly LostText[]>([])
  const onLost = useCallback(
    (found: readonly Omit<LostText, 'id'>[]) => {
      setLost(known => [...known, ...found.map(one => ({ ...one, id: crypto.randomUUID() }))])
      complain(t('lost.found'))
    },
    [t],
  )
  const forgetLost = useCallback((id: string) => setLost(known => known.filter(one => one.id !== id)), [])
  return { lost, onLost, forgetLost }
}
