import { allCommands } from '#renderer/commands/all-commands.ts'
import { useLabel } from '#renderer/commands/use-label.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { describeShortcut } from '#renderer/ui/ShortcutKeys.tsx'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** F1: every shortcut there is, read from the commands themselves. */
export function ShortcutsDialog(props: Props) {
  const { t } = useText()
  const label = useLabel()
  return (
    <Dialog {...props} size="large" title={t('shortcuts.title')}>
      <h2 className="shortcut-heading">{t('shortcuts.everywhere')}</h2>
      <dl className="shortcut-list">
        {allCommands.map(
          command =>
            command.shortcut !== undefined && (
              <div key={command.id}>
                <dt>{label(command)}</dt>
                <dd>
                  <kbd>{describeShortcut(command.shortcut)}</kbd>
                </dd>
              </div>
            ),
        )}
      </dl>
    </Dialog>
  )
}
