/** `Mod+Shift+P` as people read it: `Ctrl+Shift+P`, on a Mac `⌘⇧P`. */
export function describeShortcut(keys: string, mac = isMac()): string {
  return keys
    .split('+')
    .map(key => (mac ? (macNames[key] ?? key) : (names[key] ?? key)))
    .join(mac ? '' : '+')
}

export function ShortcutKeys({ keys }: { readonly keys: string }) {
  return (
    <span className="shortcut-keys" aria-hidden="true">
      {describeShortcut(keys)}
    </span>
  )
}

const names: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: 'Enter',
}
const macNames: Readonly<Record<string, string>> = {
  ...names,
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)
}
