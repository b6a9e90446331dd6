import type { Chip } from '#common/domain/chip'

/** Red is kept for trouble, amber for what came back; the rest stays quiet. */
export type Tone = 'neutral' | 'faint' | 'info' | 'amber' | 'accent' | 'good' | 'trouble'

export const toneOfChip: Readonly<Record<Chip, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  'in-review': 'info',
  returned: 'amber',
  approved: 'accent',
  scheduled: 'accent',
  waiting: 'accent',
  sending: 'accent',
  checking: 'accent',
  live: 'good',
  corrected: 'good',
  'taken-down': 'faint',
  expired: 'faint',
  spiked: 'faint',
  attention: 'trouble',
}
