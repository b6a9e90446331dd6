import { createHash } from 'node:crypto'
import { escapeHtml } from '#common/document/html'
import { type Envelope, envelope } from '#common/domain/approval-file'
import script from '../reader-page/approval-page?classic-script'
import style from '../reader-page/approval-page.css?raw'

/** Largest file that is written or taken: what one message between window and main may carry. */
export const approvalFileLimitBytes = 14_000_000

const opening = '<script type="application/json" id="toa-soan-data">'
const closing = '</script>'

/** The file itself: a page that any browser opens from the disk, with the signed data inside. */
export function writeEnvelope(title: string, content: Envelope): string {
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(script)}'`,
    `style-src '${sourceHash(style)}'`,
    'img-src data:',
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
<main id="toa-soan-page"><p class="refusal">Cần bật JavaScript để kiểm tra chữ ký, hoặc mở tệp bằng Tòa Soạn.</p></main>
${opening}${JSON.stringify(content).replaceAll('<', '\\u003c')}${closing}
<script>${script}</script>
</body>
</html>
`
}

/** The data inside such a file; null when it is none. What it says is not checked yet. */
export function readEnvelope(file: string): Envelope | null {
  const start = file.indexOf(opening)
  const end = file.indexOf(closing, start)
  if (start < 0 || end < 0) return null
  try {
    const parsed = envelope.safeParse(JSON.parse(file.slice(start + opening.length, end)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}
