import type { LucideIcon } from 'lucide-react'
import type { Input, OperationName, Output } from '#common/api/contract'
import type { Localized } from '#common/domain/localized'
import type { Session } from '#renderer/api/session.tsx'
import type { Language, TextKey } from '#renderer/text/catalogues.ts'
import type { Translate } from '#renderer/text/use-text.ts'
import type { Theme } from '#renderer/ui/theme.ts'
import type { Asker } from './asker.ts'

/** What a command may use; built anew for every run. */
export interface CommandContext {
  readonly session: Session
  readonly t: Translate
  readonly navigate: (path: string) => void
  /** Tells main; null when it refused, which was then shown. */
  readonly tell: <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name> | null>
  /** Small questions before something is done. */
  readonly asker: Asker
  readonly show: (dialog: 'palette' | 'shortcuts') => void
  readonly setTheme: (theme: Theme) => void
  readonly setLanguage: (language: Language) => void
  readonly adoptSession: (view: Output<'session.current'>) => void
}

export const commandGroups = ['create', 'go', 'publish', 'write', 'account', 'view'] as const
export type CommandGroup = (typeof commandGroups)[number]

/**
 * One thing a person can do: the same object behind a button, a menu entry, a shortcut and the palette. `Target` is what
 * it is done to; commands without one stand in the palette.
 */
export interface Command<Target = void> {
  readonly id: string
  readonly label: TextKey | Localized
  readonly icon?: LucideIcon
  readonly group: CommandGroup
  /** `Mod+K`, `Alt+N`, `F1`; letters and digits by their place on the keyboard. */
  readonly shortcut?: string
  readonly danger?: boolean
  readonly isEnabled: (context: CommandContext, target: Target) => boolean
  readonly run: (context: CommandContext, target: Target) => void | Promise<void>
}
