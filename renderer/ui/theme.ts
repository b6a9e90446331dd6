import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'toa-soan.theme'
const listeners = new Set<() => void>()

/** The chosen theme; `system` follows the desktop. */
export function readTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  return themes.find(theme => theme === stored) ?? 'system'
}

export function setTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

/** Called once before the first paint; follows the desktop from then on. */
export function watchTheme(): void {
  applyTheme()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme)
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme)
}

function applyTheme(): void {
  const theme = readTheme()
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
