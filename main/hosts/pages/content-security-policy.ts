/**
 * What the workstation's own page may do, in both hosts. `connect` is the host's wire: a WebSocket address in the browser,
 * nothing more in Electron. Trusted Types stop every string that would become markup or script without a policy.
 */
export function workstationPolicy(connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${connect}`.trim(),
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify ProseMirrorClipboard proofreader',
  ].join('; ')
}

/** A preview shows approved HTML and nothing of it may run. */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** A stored file opened by itself is shown, never run. */
export const blobPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"

export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const
