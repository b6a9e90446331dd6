import type { Environment } from '#common/domain/environment'
import type { Session } from '#main/core/capability'
import { sameToken } from '#main/store/lock/control-token'

/** Browsers that showed the token of the printed address, each with the person signed in there. */
export interface Visitors {
  /** The session behind a Cookie header, or null. */
  find(cookieHeader: string | undefined): Session | null
  /** Exchanges the token for a cookie; null when the token is wrong. */
  admit(token: string): string | null
}

/** Cookies are shared by all ports of 127.0.0.1, so the port is part of the name. */
export function createVisitors(environment: Environment, port: number, token: string): Visitors {
  const name = `toa-soan-${port}`
  const sessions = new Map<string, Session>()
  return {
    find(cookieHeader) {
      for (const pair of cookieHeader?.split(/;\s*/) ?? []) {
        const [key, value] = pair.split('=')
        if (key === name && value !== undefined) return sessions.get(value) ?? null
      }
      return null
    },
    admit(offered) {
      if (!sameToken(offered, token)) return null
      const id = Buffer.from(environment.randomBytes(32)).toString('base64url')
      sessions.set(id, { account: null })
      return `${name}=${id}; HttpOnly; SameSite=Strict; Path=/`
    },
  }
}
