import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const loopback = /^(::1|::ffff:127\.|127\.)/

/**
 * Where a request comes from. The portal listens on its own machine, so a proxy stands before it: the last address that
 * one added is the reader's, what the reader sent himself stands before it.
 */
export function callerAddress(c: Context): string {
  const direct = directAddress(c)
  if (!loopback.test(direct)) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || direct
}

/** Without a socket (in tests) everybody is this machine. */
function directAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '127.0.0.1'
  } catch {
    return '127.0.0.1'
  }
}
