import { useEffect, useState } from 'react'
import { allCommands } from '#renderer/commands/all-commands.ts'
import { CommandProvider } from '#renderer/commands/context.tsx'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { clearToasts } from '#renderer/ui/toasts.ts'
import { Frame } from './frame/Frame.tsx'
import { Palette } from './palette/Palette.tsx'
import { ShortcutsDialog } from './palette/ShortcutsDialog.tsx'
import { Routes } from './Routes.tsx'

type Shown = 'palette' | 'shortcuts' | null

/** The newsroom of somebody signed in: frame, screens, palette and shortcuts. */
export function Workplace() {
  const [shown, setShown] = useState<Shown>(null)
  useEffect(() => clearToasts, [])
  return (
    <CommandProvider show={setShown}>
      <GlobalShortcuts />
      <Frame>
        <Routes />
      </Frame>
      <Palette open={shown === 'palette'} onOpenChange={open => setShown(open ? 'palette' : null)} />
      <ShortcutsDialog
        open={shown === 'shortcuts'}
        onOpenChange={open => setShown(open ? 'shortcuts' : null)}
      />
    </CommandProvider>
  )
}

function GlobalShortcuts() {
  useShortcuts(allCommands)
  return null
}
