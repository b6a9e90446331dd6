import { createHash } from 'node:crypto'
import { escapeHtml } from '#common/document/html'
import script from '../reader-page/inspection-page?classic-script'
import style from '../reader-page/inspection-page.css?raw'

export interface PackPageData {
  readonly title: string
  /** Compact JWS; empty for the shell that the manifest names. */
  readonly manifest: string
  /** JSON without `<`; empty for the shell. */
  readonly facts: string
}

/** The page of a pack: any browser opens it from the disk; nothing in it reaches for a network. */
export function packPage({ title, manifest, facts }: PackPageData): string {
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(script)}'`,
    `style-src '${sourceHash(style)}'`,
    "img-src 'self' file: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main id="toa-soan-page"><p class="refusal">Cần bật JavaScript để xem và kiểm tra hồ sơ. Không có JavaScript: đọc HUONG-DAN.txt.</p></main>
<script type="application/jose" id="toa-soan-manifest">${manifest}</script>
<script type="application/json" id="toa-soan-facts">${facts}</script>
<script>${script}</script>
</body>
</html>
`
}

/** A value as JSON that may stand inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}
