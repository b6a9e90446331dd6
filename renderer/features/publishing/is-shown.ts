import type { JobView } from '#common/api/views'

/** True when this message, done, left something that readers see. */
export function isShown({ state, decision }: Pick<JobView, 'state' | 'decision'>): boolean {
  return state === 'done' && (decision === 'publish' || decision === 'correct')
}
