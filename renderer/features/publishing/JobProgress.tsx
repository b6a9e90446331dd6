import type { JobView } from '#common/api/views'
import type { LineState } from '#common/domain/portal'
import { formatInstant, formatTime } from '#common/domain/vietnam-time'
import { useSession } from '#renderer/api/session.tsx'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { retryJob, showDrift } from '#renderer/commands/portal-commands.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { type Translate, useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { Badge, Chip } from '#renderer/ui/Chip.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { faultsOf } from './faults.ts'

interface Props {
  readonly job: JobView
  readonly line: LineState
  /** Opens what a person needs to carry it there. */
  readonly onByHand: () => void
}

/** Where one message to the portal stands; a refused one says why and offers the button that mends it. */
export function JobProgress({ job, line, onByHand }: Props) {
  const { t, language } = useText()
  if (job.byHand && (job.state === 'waiting' || job.state === 'unknown')) {
    return <HandProgress job={job} onByHand={onByHand} />
  }
  switch (job.state) {
    case 'sending':
      if (job.blobs.length === 0) return <Chip chip="sending" />
      return (
        <Progress
          value={Math.min(job.sentBytes, job.totalBytes)}
          max={Math.max(1, job.totalBytes)}
          label={t('publishing.media', {
            sent: job.sentBlobs,
            total: job.blobs.length,
            sentSize: formatBytes(Math.min(job.sentBytes, job.totalBytes), language),
            size: formatBytes(job.totalBytes, language),
          })}
        />
      )
    case 'unknown':
      return <Checking job={job} />
    case 'refused': {
      const why = job.problem === null ? t('publishing.refused') : problemText(t, job.problem)
      return (
        <span className="publishing-refusal">
          <Badge tone="trouble">{t('chips.attention')}</Badge>
          <span title={why}>{why}</span>
          {job.problem?.code === 'portal-edited' && (
            <CommandButton command={showDrift} target={job} size="small" />
          )}
          <CommandButton command={retryJob} target={job} size="small" />
        </span>
      )
    }
    default:
      return <span className="quiet">{waitingText(t, job, line)}</span>
  }
}

/** Asked about; where readers get it otherwise than approved so far, that is said. */
function Checking({ job }: { readonly job: JobView }) {
  const { t } = useText()
  const faults = faultsOf(job.readBack?.parts ?? [])
  if (faults.length === 0) {
    return (
      <span className="publishing-refusal">
        <Chip chip="checking" />
        {job.problem !== null && <span className="quiet">{problemText(t, job.problem)}</span>}
      </span>
    )
  }
  const words = faults.map(({ part, verdict, count }) => t(`faults.${part}.${verdict}`, { count })).join(', ')
  return (
    <span className="publishing-refusal">
      <Chip chip="checking" />
      <span>{t('publishing.notYetSeen', { faults: words })}</span>
    </span>
  )
}

function HandProgress({ job, onByHand }: { readonly job: JobView; readonly onByHand: () => void }) {
  const { t } = useText()
  const { may } = useSession()
  const isHanded = job.handed !== undefined
  return (
    <span className="publishing-refusal">
      {isHanded ? (
        <Checking job={job} />
      ) : (
        <span className="quiet">{t(job.state === 'unknown' ? 'hand.underWay' : 'hand.waits')}</span>
      )}
      {may('article.publish') && job.held !== true && (
        <Button size="small" onClick={onByHand}>
          {t('hand.open')}
        </Button>
      )}
    </span>
  )
}

/** Why it has not left yet: an hour, the line, a pause before the next try, or its turn. */
export function waitingText(
  t: Translate,
  job: Pick<JobView, 'scheduledFor' | 'notBefore' | 'problem' | 'held'>,
  line: LineState,
): string {
  if (job.held === true) return t('publishing.held')
  if (job.scheduledFor !== null) return t('publishing.scheduled', { at: formatInstant(job.scheduledFor) })
  if (line.kind !== 'online') {
    const waits = t('chips.waiting')
    return job.problem === null ? waits : `${waits} · ${problemText(t, job.problem)}`
  }
  if (job.notBefore !== null) {
    const again = t('publishing.triesAgain', { time: formatTime(job.notBefore) })
    return job.problem === null ? again : `${again} · ${problemText(t, job.problem)}`
  }
  return t('publishing.next')
}
