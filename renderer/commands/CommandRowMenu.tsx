import type { ReactNode } from 'react'
import { RowMenu } from '#renderer/ui/RowMenu.tsx'
import { CommandMenuItem } from './CommandButton.tsx'
import type { Command, CommandContext } from './command.ts'
import { useCommandContext } from './context.tsx'

/** A command and what it is done to. */
export interface CommandEntry {
  readonly id: string
  readonly isEnabled: (context: CommandContext) => boolean
  readonly item: () => ReactNode
}

export function entry<Target>(command: Command<Target>, target: Target): CommandEntry {
  return {
    id: command.id,
    isEnabled: context => command.isEnabled(context, target),
    item: () => <CommandMenuItem key={command.id} command={command} target={target} />,
  }
}

/** The menu of commands at the end of a row; none where nothing can be done. */
export function CommandRowMenu({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly CommandEntry[]
}) {
  const context = useCommandContext()
  if (!entries.some(({ isEnabled }) => isEnabled(context))) return null
  return <RowMenu label={label}>{entries.map(({ item }) => item())}</RowMenu>
}
