import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { JobView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { pushAgain, showDrift } from '#renderer/commands/portal-commands.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { faultsOf } from './faults.ts'
import { isShown } from './is-shown.ts'

interface Props {
  readonly job: JobView
  /** False when a later message changed what readers see. */
  readonly newest: boolean
}

/** "Đã thấy trên cổng lúc 10:32" with the way there, or what is wrong with the button that mends it. */
export function JobResult({ job, newest }: Props) {
  const { t } = useText()
  const context = useCommandContext()
  if (job.state === 'cancelled') {
    const why = job.problem === null ? '' : `. ${problemText(t, job.problem)}`
    return <span className="quiet">{`${t('publishing.wasCancelled')}${why}`}</span>
  }
  if (job.state === 'superseded') return <span className="quiet">{t('publishing.wasSuperseded')}</span>
  if (job.readBack === null) return <span className="quiet">{t('publishing.notSeenYet')}</span>
  const faults = faultsOf(job.readBack.parts)
  if (job.theirs !== null && newest) {
    return <span className="quiet">{t(`drift.${job.theirs}`)}</span>
  }
  if (faults.length > 0 && newest) {
    const media = faults.every(fault => fault.part === 'picture' || fault.part === 'file')
    return (
      <span className="publishing-refusal" data-tone="trouble">
        <TriangleAlert size={16} aria-hidden="true" />
        <span>
          {faults.map(({ part, verdict, count }) => t(`faults.${part}.${verdict}`, { count })).join(', ')}
        </span>
        {showDrift.isEnabled(context, job) && <CommandButton command={showDrift} target={job} size="small" />}
        <CommandButton command={pushAgain} target={job} size="small">
          {media ? t('publishing.sendMediaAgain') : undefined}
        </CommandButton>
      </span>
    )
  }
  const at = formatInstant(job.readBack.at)
  const seen = t(isShown(job) ? 'publishing.seen' : 'publishing.seenGone', { at })
  return (
    <span className="publishing-seen">
      <CircleCheck size={16} aria-hidden="true" />
      {job.url !== null && newest && isShown(job) ? (
        <a href={job.url} target="_blank" rel="noopener noreferrer">
          {seen}
        </a>
      ) : (
        seen
      )}
    </span>
  )
}
