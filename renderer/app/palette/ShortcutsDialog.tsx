import { lazy, Suspense } from 'react'
import { allCommands } from '#renderer/commands/all-commands.ts'
import { useLabel } from '#renderer/commands/use-label.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ShortcutSection } from './ShortcutSection.tsx'

const EditorShortcuts = lazy(async () => ({
  default: (await import('./EditorShortcuts.tsx')).EditorShortcuts,
}))

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** F1: every shortcut there is, read from the commands themselves. */
export function ShortcutsDialog(props: Props) {
  const { t } = useText()
  const label = useLabel()
  const everywhere = allCommands.flatMap(command =>
    command.shortcut === undefined ? [] : [{ label: label(command), keys: command.shortcut }],
  )
  return (
    <Dialog {...props} size="large" title={t('shortcuts.title')}>
      <ShortcutSection title={t('shortcuts.everywhere')} shortcuts={everywhere} />
      <Suspense>
        <EditorShortcuts />
      </Suspense>
    </Dialog>
  )
}
