import { allCommands } from '#renderer/commands/all-commands.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useLabel } from '#renderer/commands/use-label.ts'
import { editorShortcuts } from '#renderer/features/editor/toolbar/editor-shortcuts.ts'
import { reviewShortcuts } from '#renderer/features/review/review-shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ShortcutSection } from './ShortcutSection.tsx'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** F1: every shortcut this person can use, read from the commands and from the screens that have their own. */
export function ShortcutsDialog(props: Props) {
  const { t } = useText()
  const label = useLabel()
  const context = useCommandContext()
  const everywhere = allCommands.flatMap(command =>
    command.shortcut === undefined || !command.isEnabled(context)
      ? []
      : [{ label: label(command), keys: command.shortcut }],
  )
  const inText = Object.values(editorShortcuts).map(({ label, keys }) => ({ label: t(label), keys }))
  const inReview = Object.values(reviewShortcuts).map(({ label, keys }) => ({ label: t(label), keys }))
  return (
    <Dialog {...props} size="large" title={t('shortcuts.title')}>
      <ShortcutSection title={t('shortcuts.everywhere')} shortcuts={everywhere} />
      <ShortcutSection title={t('shortcuts.editor')} shortcuts={inText} />
      <ShortcutSection title={t('shortcuts.review')} shortcuts={inReview} />
    </Dialog>
  )
}
