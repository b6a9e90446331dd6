import type { Problem } from '#common/api/problems/problem'
import type { Instant } from '#common/domain/ids'

/**
 * What is true about the typed text: nothing typed yet, on its way, on the disk, kept here until the line to main is
 * back, refused by main, or impossible to join with what others typed.
 */
export type DraftStatus =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'torn' }

/** After these the text on screen no longer follows main: typing stops, the draft has to be opened again. */
export function isStuck(status: DraftStatus): boolean {
  return status.kind === 'refused' || status.kind === 'torn'
}

export function sameStatus(a: DraftStatus, b: DraftStatus): boolean {
  if (a.kind === 'saved' && b.kind === 'saved') return a.at === b.at
  return a.kind === b.kind && !isStuck(a)
}
