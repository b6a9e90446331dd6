import { useEffect, useRef } from 'react'
import type { Command } from './command.ts'
import { useCommandContext } from './context.tsx'
import { matchesShortcut } from './shortcuts.ts'

/** Listens for the shortcuts of these commands as long as the component is mounted. */
export function useShortcuts(commands: readonly Command[]): void {
  const context = useCommandContext()
  const latest = useRef({ commands, context })
  latest.current = { commands, context }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const { commands, context } = latest.current
      const command = commands.find(
        candidate => candidate.shortcut !== undefined && matchesShortcut(candidate.shortcut, event),
      )
      if (command === undefined || !command.isEnabled(context)) return
      event.preventDefault()
      void command.run(context)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
