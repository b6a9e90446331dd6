/** True when the key pressed is this shortcut; letters and digits by place, so that layouts and Option do not matter. */
export function matchesShortcut(shortcut: string, event: KeyboardEvent): boolean {
  if (event.isComposing) return false
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  return (
    (event.ctrlKey || event.metaKey) === parts.includes('Mod') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift') &&
    (event.key === key || event.code === codeOf(key))
  )
}

function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`
  return /^\d$/.test(key) ? `Digit${key}` : key
}
