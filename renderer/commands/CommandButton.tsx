import { type ReactNode, useState } from 'react'
import { Button, type ButtonProps } from '#renderer/ui/Button.tsx'
import { MenuItem } from '#renderer/ui/Menu.tsx'
import type { Command } from './command.ts'
import { useCommandContext } from './context.tsx'
import { useLabel } from './use-label.ts'

interface Props<Target> extends Pick<ButtonProps, 'look' | 'size' | 'className' | 'autoFocus'> {
  readonly command: Command<Target>
  readonly target: Target
  /** Instead of the command's own label, where the place says more ("Gửi lại ảnh"). */
  readonly children?: ReactNode
}

/** A command as a button: its words, its shortcut, busy while it runs. */
export function CommandButton<Target>({ command, target, children, look, ...rest }: Props<Target>) {
  const context = useCommandContext()
  const label = useLabel()
  const [busy, setBusy] = useState(false)
  const Icon = command.icon
  return (
    <Button
      {...rest}
      look={look ?? (command.danger === true ? 'danger' : 'plain')}
      icon={Icon === undefined ? undefined : <Icon size={16} />}
      shortcut={command.shortcut}
      disabled={!command.isEnabled(context, target)}
      busy={busy}
      onClick={() => {
        setBusy(true)
        void Promise.resolve(command.run(context, target)).finally(() => setBusy(false))
      }}
    >
      {children ?? label(command)}
    </Button>
  )
}

/** A command as a menu entry; left out where it cannot be done. */
export function CommandMenuItem<Target>({ command, target, children }: Props<Target>) {
  const context = useCommandContext()
  const label = useLabel()
  const Icon = command.icon
  if (!command.isEnabled(context, target)) return null
  return (
    <MenuItem
      icon={Icon === undefined ? undefined : <Icon size={16} />}
      shortcut={command.shortcut}
      danger={command.danger ?? false}
      onSelect={() => void command.run(context, target)}
    >
      {children ?? label(command)}
    </MenuItem>
  )
}
