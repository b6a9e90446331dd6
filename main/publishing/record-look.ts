import type { AccountId } from '#common/domain/ids'
import type { ReadBack } from '#common/domain/job'
import type { Publication } from '#common/domain/publication'
import { auditEvent } from '#main/core/capability'
import { announceJobs } from './move-job'
import type { PublishingParts } from './publishing-parts'
import { isRight } from './read-back'
import { askTheirs } from './their-text'

/**
 * Keeps what a look at readers' page found, unless a decision confirmed meanwhile brought its own. An edit that a person
 * left as it is (P14) stays answered only while it is still the same.
 */
export async function recordLook(
  parts: PublishingParts,
  looked: Publication,
  readBack: ReadBack,
  actor: AccountId | null,
  patch: (now: Publication) => Partial<Publication> = () => ({}),
): Promise<void> {
  const { core } = parts
  const portal = core.store.get('portals', looked.portal)
  const text = readBack.parts.find(({ part }) => part === 'text')?.verdict
  let isAnswered = looked.theirs !== undefined && !isRight(readBack)
  if (isAnswered && looked.theirs?.way === 'left' && text === 'different' && portal !== undefined) {
    const now = await askTheirs(parts, portal, looked)
    isAnswered = !now.ok || now.value.seen === looked.theirs.seen
  }
  const now = core.store.get('publications', looked.id)
  if (now === undefined || now.confirmedSequence !== looked.confirmedSequence) return
  const { theirs, ...rest } = now
  const put = { ...rest, ...(isAnswered && theirs !== undefined && { theirs }), readBack, ...patch(now) }
  const event = auditEvent(core, 'publication.read-back', actor, looked.article, {
    portal: looked.portal,
    sequence: looked.confirmedSequence,
    right: isRight(readBack),
  })
  await core.store.commit({ event, changes: [{ collection: 'publications', put }] })
  announceJobs(parts, [looked.article])
}
