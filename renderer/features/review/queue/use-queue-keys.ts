import { useEffect, useRef } from 'react'
import type { ArticleRow } from '#common/api/views'
import { besideInQueue } from './queue-order.ts'

/** J and K move through the queue, and the arrows while the focus is in it; never while somebody types. */
export function useQueueKeys(
  rows: readonly ArticleRow[],
  current: string | null,
  open: (article: string) => void,
): void {
  const latest = useRef({ rows, current, open })
  latest.current = { rows, current, open }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = stepOf(event)
      if (by === null) return
      const { rows, current, open } = latest.current
      const next = besideInQueue(rows, current, by)
      if (next === null) return
      event.preventDefault()
      open(next)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function stepOf(event: KeyboardEvent): 1 | -1 | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return null
  const { target } = event
  if (!(target instanceof Element)) return null
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]'))
    return null
  const inQueue = target.closest('.review-queue') !== null
  if (event.code === 'KeyJ' || (inQueue && event.key === 'ArrowDown')) return 1
  if (event.code === 'KeyK' || (inQueue && event.key === 'ArrowUp')) return -1
  return null
}
