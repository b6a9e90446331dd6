import type { WebContents } from 'electron'

type Modifier = 'alt' | 'control' | 'meta' | 'shift'

/** Sends a shortcut such as `Mod+Shift+Z` to the page as if it had been typed. */
export function pressShortcut(contents: WebContents, shortcut: string, platform: NodeJS.Platform): void {
  const parts = shortcut.split('+')
  const keyCode = parts.at(-1) ?? ''
  const modifiers = parts.slice(0, -1).map(part => modifierOf(part, platform))
  contents.focus()
  contents.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
  contents.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
}

function modifierOf(part: string, platform: NodeJS.Platform): Modifier {
  if (part === 'Mod') return platform === 'darwin' ? 'meta' : 'control'
  return part === 'Alt' ? 'alt' : 'shift'
}
