import type { WebContents } from 'electron'
import { isAppUrl } from './app-scheme'

/**
 * Keeps a page where it is. Screens change by hash and need no navigation; the only frame that may load is the preview;
 * what leads outside is handed to `openOutside`.
 */
export function guardNavigation(contents: WebContents, openOutside: (url: string) => void): void {
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-frame-navigate', event => {
    if (event.isMainFrame || !isPreview(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}

/** The page that readers will see, which the newsroom serves beside its own. */
export function isPreview(url: string): boolean {
  return isAppUrl(url) && new URL(url).pathname.startsWith('/preview/')
}
