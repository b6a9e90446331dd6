import { Link } from 'wouter'
import type { JobView } from '#common/api/views'
import { inspectArticles } from '#renderer/commands/article-commands.ts'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { Group } from './Group.tsx'
import { JobMenu } from './JobMenu.tsx'
import { JobResult } from './JobResult.tsx'
import { newestOf } from './newest-of.ts'

/** What became of the newest messages, as an anonymous reader saw it. */
export function FinishedJobs({ jobs }: { readonly jobs: readonly JobView[] }) {
  const { t } = useText()
  const context = useCommandContext()
  const newest = newestOf(jobs)
  const articles = [...new Set(jobs.map(({ article }) => article))].map(id => ({ id }))
  return (
    <Group
      title={t('publishing.finished')}
      count={jobs.length}
      empty={t('publishing.finishedEmpty')}
      actions={
        inspectArticles.isEnabled(context, articles) && (
          <CommandButton command={inspectArticles} target={articles} size="small" look="plain" />
        )
      }
    >
      <Table label={t('publishing.finished')} className="publishing-jobs">
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
                <JobResult job={job} newest={newest.has(job.id)} />
              </td>
              <td className="table-actions">
                <JobMenu job={job} newest={newest.has(job.id)} />
              </td>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Group>
  )
}
