import type { ArticleRow } from '#common/api/views'
import {
  exportArticles,
  inspectArticles,
  pushArticles,
  restoreArticles,
  scheduleArticles,
  spikeArticles,
} from '#renderer/commands/article-commands.ts'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'

interface Props {
  readonly rows: readonly ArticleRow[]
  readonly onClear: () => void
}

const bulkCommands = [
  pushArticles,
  scheduleArticles,
  exportArticles,
  inspectArticles,
  restoreArticles,
  spikeArticles,
] as const

/** What can be done to everything that is ticked; what does not fit all of it is left out. */
export function SelectionBar({ rows, onClear }: Props) {
  const { t } = useText()
  const context = useCommandContext()
  const possible = bulkCommands.filter(command => command.isEnabled(context, rows))
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('articles.selection')}>
      <strong className="numbers">{t('articles.selected', { count: rows.length })}</strong>
      {possible.map(command => (
        <CommandButton key={command.id} command={command} target={rows} size="small" look="plain" />
      ))}
      {possible.length === 0 && <span>{t('articles.nothingForAll')}</span>}
      <Button size="small" look="quiet" onClick={onClear}>
        {t('articles.clearSelection')}
      </Button>
    </div>
  )
}
