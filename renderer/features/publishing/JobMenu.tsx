import { FileText } from 'lucide-react'
import type { JobView } from '#common/api/views'
import { inspectArticles } from '#renderer/commands/article-commands.ts'
import { CommandMenuItem } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import {
  cancelJob,
  editForCorrection,
  holdJob,
  openOnPortal,
  readBackArticle,
  releaseJob,
  retractArticle,
  retryJob,
  sendFirst,
  showDrift,
  takeDownArticle,
  takeDownWithNotice,
} from '#renderer/commands/portal-commands.ts'
import { useText } from '#renderer/text/use-text.ts'
import { MenuItem } from '#renderer/ui/Menu.tsx'
import { RowMenu } from '#renderer/ui/RowMenu.tsx'
import { isShown } from './is-shown.ts'

interface Props {
  readonly job: JobView
  /** No later message about the same article on the same portal. */
  readonly newest: boolean
}

/** Everything that can be done to one message and to what it brought about. */
export function JobMenu({ job, newest }: Props) {
  const { t } = useText()
  const { navigate } = useCommandContext()
  const target = {
    article: job.article,
    headline: job.headline,
    shown: newest && isShown(job),
    correctable: false,
  }
  return (
    <RowMenu label={t('articles.actionsOn', { headline: job.headline })}>
      <CommandMenuItem command={retryJob} target={job} />
      <CommandMenuItem command={sendFirst} target={job} />
      <CommandMenuItem command={holdJob} target={job} />
      <CommandMenuItem command={releaseJob} target={job} />
      <CommandMenuItem command={cancelJob} target={job} />
      {target.shown && <CommandMenuItem command={openOnPortal} target={job} />}
      <MenuItem icon={<FileText size={16} />} onSelect={() => navigate(paths.edit(job.article))}>
        {t('articles.open')}
      </MenuItem>
      <CommandMenuItem command={showDrift} target={job} />
      <CommandMenuItem command={readBackArticle} target={target} />
      <CommandMenuItem command={editForCorrection} target={target} />
      <CommandMenuItem command={takeDownArticle} target={target} />
      <CommandMenuItem command={takeDownWithNotice} target={target} />
      <CommandMenuItem command={retractArticle} target={target} />
      <CommandMenuItem command={inspectArticles} target={[{ id: job.article }]} />
    </RowMenu>
  )
}
