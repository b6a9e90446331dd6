import { useState } from 'react'
import { Link } from 'wouter'
import type { JobView } from '#common/api/views'
import type { LineState } from '#common/domain/portal'
import { paths } from '#renderer/commands/paths.ts'
import { type Translate, useText } from '#renderer/text/use-text.ts'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { Group } from './Group.tsx'
import { HandSheetDialog } from './hand/HandSheetDialog.tsx'
import { JobMenu } from './JobMenu.tsx'
import { JobProgress } from './JobProgress.tsx'

interface Props {
  readonly title: string
  readonly jobs: readonly JobView[]
  readonly line: LineState
  /** At the pace of the last minute; null while nobody can say. */
  readonly secondsLeft: number | null
}

/** On their way, or waiting for the line, an hour or a hand. */
export function ActiveJobs({ title, jobs, line, secondsLeft }: Props) {
  const { t } = useText()
  const [byHand, setByHand] = useState<JobView | null>(null)
  return (
    <Group title={title} count={jobs.length} empty={t('publishing.activeEmpty')}>
      {secondsLeft !== null && <p className="publishing-left quiet">{timeLeft(t, secondsLeft)}</p>}
      <Table label={title} className="publishing-jobs">
        <tbody>
          {jobs.map(job => (
            <TableRow key={job.id}>
              <td title={job.headline}>
                <Link to={paths.edit(job.article)} className="table-title">
                  {job.headline}
                </Link>
              </td>
              <td className="publishing-decision quiet">{t(`decisions.${job.decision}`)}</td>
              <td className="publishing-state">
                <JobProgress job={job} line={line} onByHand={() => setByHand(job)} />
              </td>
              <td className="table-actions">
                <JobMenu job={job} newest />
              </td>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {byHand !== null && <HandSheetDialog job={byHand} onClose={() => setByHand(null)} />}
    </Group>
  )
}

/** Whole minutes: seconds would promise more than a weak line can keep. */
function timeLeft(t: Translate, secondsLeft: number): string {
  const minutes = Math.ceil(secondsLeft / 60)
  if (minutes <= 1) return t('publishing.underAMinute')
  if (minutes < 90) return t('publishing.minutesLeft', { count: minutes })
  return t('publishing.hoursLeft', { count: Math.round(minutes / 60) })
}
