import { createHash } from 'node:crypto'
import { escapeHtml } from '#common/document/html'

export interface StandalonePage {
  readonly title: string
  readonly script: string
  readonly style: string
  /** The policy's `img-src`. */
  readonly images: string
  /** HTML of the sentence for who has scripts turned off. */
  readonly withoutScript: string
  /** HTML of the script elements that hold the data, one a line. */
  readonly data: string
}

/** A page that any browser opens from the disk: its policy lets only this script and this style run, and no network. */
export function standalonePage(page: StandalonePage): string {
  const { title, script, style, images, withoutScript, data } = page
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(script)}'`,
    `style-src '${sourceHash(style)}'`,
    `img-src ${images}`,
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
<main id="toa-soan-page"><p class="refusal">${withoutScript}</p></main>
${data}
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
