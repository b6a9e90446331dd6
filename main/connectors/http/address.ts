const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** https anywhere, http only to a portal on this very machine: the token would travel in the clear. */
export function isSecureAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}

export function isLoopback({ hostname }: URL): boolean {
  return loopback.has(hostname)
}

/** Absolute address of a path the portal named, or null when it leads away from the portal. */
export function publicAddress(base: string, path: string): string | null {
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)) return null
  const address = new URL(new URL(base).pathname.replace(/\/$/, '') + path, base)
  return address.origin === new URL(base).origin ? address.href : null
}
