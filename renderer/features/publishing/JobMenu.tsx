import { Ellipsis } from 'lucide-react'
import type { JobView } from '#common/api/views'
import { CommandMenuItem } from '#renderer/commands/CommandButton.tsx'
import {
  cancelJob,
  editForCorrection,
  openOnPortal,
  readBackArticle,
  retryJob,
  takeDownArticle,
} from '#renderer/commands/portal-commands.ts'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { isShown } from './is-shown.ts'

/** Everything that can be done to one message and to what it brought about. */
export function JobMenu({ job }: { readonly job: JobView }) {
  const { t } = useText()
  const target = { article: job.article, headline: job.headline, shown: isShown(job), correctable: false }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="small"
          label={t('articles.actionsOn', { headline: job.headline })}
          icon={<Ellipsis size={17} />}
        />
      }
    >
      <CommandMenuItem command={retryJob} target={job} />
      <CommandMenuItem command={cancelJob} target={job} />
      <CommandMenuItem command={openOnPortal} target={job} />
      <CommandMenuItem command={readBackArticle} target={target} />
      <CommandMenuItem command={editForCorrection} target={target} />
      <CommandMenuItem command={takeDownArticle} target={target} />
    </Menu>
  )
}
