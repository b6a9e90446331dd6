import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowState } from './window-state'

/** A window whose page has no power but its port: E1 of docs/security.md, asserted by tests. */
export function windowOptions(
  { bounds }: WindowState,
  preload: string,
  isDeveloping: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Tòa Soạn',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      devTools: isDeveloping,
      // Electron's spell checker fetches dictionaries from the network, and has none for Vietnamese.
      spellcheck: false,
    },
  }
}
