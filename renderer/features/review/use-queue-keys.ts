import { useEffect, useRef } from 'react'
import type { ArticleRow } from '#common/api/views'

/** J and K, as in mail programs, go down and up the queue; not while somebody types. */
export function useQueueKeys(
  rows: readonly ArticleRow[],
  current: string | null,
  open: (id: string) => void,
): void {
  const latest = useRef({ rows, current, open })
  latest.current = { rows, current, open }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0
      if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [contenteditable], dialog')
      )
        return
      const { rows, current, open } = latest.current
      const next = rows[rows.findIndex(row => row.id === current) + step]
      if (next === undefined) return
      event.preventDefault()
      open(next.id)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
