import type { Context } from 'hono'
import type { PortalParts } from '../portal-parts'

/** Beginning of absolute links: the public address, or where this request was sent. */
export function originOf({ publicUrl }: PortalParts, c: Context): string {
  return new URL(publicUrl ?? c.req.url).origin
}
