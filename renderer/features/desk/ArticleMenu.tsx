import { FileText } from 'lucide-react'
import type { ArticleRow } from '#common/api/views'
import {
  exportArticles,
  inspectArticles,
  pushArticles,
  restoreArticles,
  scheduleArticles,
  spikeArticles,
} from '#renderer/commands/article-commands.ts'
import { CommandMenuItem } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { MenuItem } from '#renderer/ui/Menu.tsx'
import { RowMenu } from '#renderer/ui/RowMenu.tsx'

/** What can be done to one article of a list, without opening it. */
export function ArticleMenu({ row, path }: { readonly row: ArticleRow; readonly path: string }) {
  const { t } = useText()
  const { navigate } = useCommandContext()
  const target = [row]
  return (
    <RowMenu label={t('articles.actionsOn', { headline: row.headline })}>
      <MenuItem icon={<FileText size={16} />} onSelect={() => navigate(path)}>
        {t('articles.open')}
      </MenuItem>
      <CommandMenuItem command={pushArticles} target={target} />
      <CommandMenuItem command={scheduleArticles} target={target} />
      <CommandMenuItem command={inspectArticles} target={target} />
      <CommandMenuItem command={exportArticles} target={target} />
      <CommandMenuItem command={restoreArticles} target={target} />
      <CommandMenuItem command={spikeArticles} target={target} />
    </RowMenu>
  )
}
