import type { TextKey } from '#renderer/text/catalogues.ts'

/** Shortcuts of the review; plain data for the commands and for F1. */
export const reviewShortcuts = {
  approve: { label: 'review.approve', keys: 'Mod+Enter' },
  return: { label: 'review.return', keys: 'Alt+R' },
  edit: { label: 'review.edit', keys: 'Alt+S' },
  next: { label: 'review.next', keys: 'J' },
  previous: { label: 'review.previous', keys: 'K' },
} as const satisfies Record<string, { readonly label: TextKey; readonly keys: string }>
