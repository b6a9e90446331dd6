import type { Article } from './article'
import type { Job } from './job'
import type { Publication } from './publication'
import { unreachable } from './unreachable'

/** The one status a person sees, made from the three lives. `attention`: something needs a hand. */
export const chips = [
  'draft',
  'submitted',
  'in-review',
  'returned',
  'approved',
  'scheduled',
  'waiting',
  'sending',
  'checking',
  'live',
  'corrected',
  'taken-down',
  'expired',
  'spiked',
  'attention',
] as const
export type Chip = (typeof chips)[number]

/** Publishing speaks first (what readers see or are about to see), then the newsroom's stage. */
export function chipOf(
  article: Article,
  publications: readonly Publication[],
  unfinished: readonly Job[],
): Chip {
  if (article.stage === 'spiked') return 'spiked'
  if (unfinished.some(job => job.state === 'refused')) return 'attention'
  if (publications.some(hasFault)) return 'attention'
  // Readers have it from before; as long as nobody submits a new text, that is all there is to say.
  if (article.stage === 'draft' && article.past !== undefined) return 'live'
  if (article.stage !== 'approved') return article.stage
  const job = unfinished.at(-1)
  if (job !== undefined) return chipOfJob(job)
  const publication = publications.find(candidate => candidate.state !== 'none')
  if (publication === undefined) return 'approved'
  // A newer approval than what readers see waits to be pushed.
  const shown = publication.state === 'live' || publication.state === 'corrected'
  if (shown && publication.revision !== article.approval?.revision) return 'approved'
  return publication.state === 'none' ? 'approved' : publication.state
}

function hasFault(publication: Publication): boolean {
  // A person has answered it.
  if (publication.theirs !== undefined) return false
  return publication.readBack?.parts.some(part => part.verdict !== 'right') ?? false
}

function chipOfJob(job: Job): Chip {
  switch (job.state) {
    case 'waiting':
      return job.scheduledFor === null ? 'waiting' : 'scheduled'
    case 'sending':
      return 'sending'
    case 'unknown':
      return 'checking'
    case 'refused':
      return 'attention'
    case 'done':
    case 'superseded':
    case 'cancelled':
      return 'approved'
    default:
      return unreachable(job.state)
  }
}
