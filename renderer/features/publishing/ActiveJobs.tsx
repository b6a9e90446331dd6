import { Link } from 'wouter'
import type { JobView } from '#common/api/views'
import type { LineState } from '#common/domain/portal'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { Group } from './Group.tsx'
import { JobMenu } from './JobMenu.tsx'
import { JobProgress } from './JobProgress.tsx'

interface Props {
  readonly jobs: readonly JobView[]
  readonly line: LineState
}

/** On their way, or waiting for the line, an hour or a hand. */
export function ActiveJobs({ jobs, line }: Props) {
  const { t } = useText()
  return (
    <Group title={t('publishing.active')} count={jobs.length} empty={t('publishing.activeEmpty')}>
      <Table label={t('publishing.active')} className="publishing-jobs">
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
                <JobProgress job={job} line={line} />
              </td>
              <td className="table-actions">
                <JobMenu job={job} newest />
              </td>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Group>
  )
}
