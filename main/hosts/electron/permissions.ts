import type { Session } from 'electron'
import { isAppUrl } from './app-scheme'

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** The page may copy to the clipboard; camera, notifications, devices, screen and all else are refused unasked. */
export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(granted.has(permission) && isAppUrl(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isAppUrl(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
}

/** Whatever a page asks for outside its own origin ends here, even where its policy failed. */
export function restrictRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }))
  session.on('will-download', (event, item) => {
    if (!isLocal(item.getURL())) event.preventDefault()
  })
}

function isLocal(url: string): boolean {
  return isAppUrl(url) || /^(blob:app:\/\/toa-soan\/|data:|devtools:)/.test(url)
}
