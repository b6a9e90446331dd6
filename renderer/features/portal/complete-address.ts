/**
 * An address as people paste it (`camvan.gov.vn/`) with its scheme and without a path, or a folder (`/media/usb/cong`,
 * `D:\\cong`) as it is; null when it is neither.
 */
export function completeAddress(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (/^(\/|[a-z]:[\\/]|\\\\|file:)/i.test(trimmed)) return trimmed
  const withScheme = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(withScheme)) return null
  const { origin, hostname } = new URL(withScheme)
  const plausible = hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[')
  return plausible ? origin : null
}
