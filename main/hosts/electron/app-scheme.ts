import { protocol, type Session } from 'electron'

const scheme = 'app'
const host = 'toa-soan'

/** The one origin of the window's pages. */
export const appOrigin = `${scheme}://${host}`

/** Gives app:// the standing of https (origin, fetch, streams). Works only before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Lets `answer` serve the origin; any other host under the scheme does not exist. */
export function serveApp(session: Session, answer: (request: Request) => Promise<Response> | Response): void {
  session.protocol.handle(scheme, request =>
    isAppUrl(request.url) ? answer(request) : new Response(null, { status: 404 }),
  )
}

/** Whether a URL lies on the window's own origin. `URL.origin` would not do: it is "null" for schemes of our own. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host: named, username } = new URL(url)
  return protocol === `${scheme}:` && named === host && username === ''
}
