import { html, raw } from 'hono/html'
import { articleMarkers } from '#common/api/portal-api'
import { correctionHeading, type GoneNotice, goneHeading, goneTitles } from '#common/domain/publication'
import { formatInstant } from '#common/domain/vietnam-time'
import { betweenMarkers } from '../page/between-markers'
import { goneMarker } from '../page/words'
import type { FolderRecord } from './record'

export interface Site {
  readonly name: string
  readonly categoryName: (id: string) => string
}

type Markup = ReturnType<typeof html>

/** An address of ours, as it stands in the approved HTML. */
export const blobAddress = /"\/blob\/([0-9a-f]{64})"/g
const fileAddress = /"\.\.\/tep\/[0-9a-f]{2}\/([0-9a-f]{64})\.[a-z0-9]+"/g

/** Where pages lead to pictures and files beside them; `pathOf` names a blob's file from the folder's root. */
export function withFiles(approved: string, pathOf: (hash: string) => string): string {
  return approved.replace(blobAddress, (_whole, hash: string) => `"../${pathOf(hash)}"`)
}

/** The approved HTML in a page of ours, byte for byte as it was approved; null where there is none. */
export function approvedOf(page: string): string | null {
  return betweenMarkers(page)?.replace(fileAddress, '"/blob/$1"') ?? null
}

export function articlePage(site: Site, record: FolderRecord, approved: string): string {
  const { headline, category, publishedAt, corrections } = record
  return frame(
    site,
    headline,
    '../',
    html`<p class="meta">${site.categoryName(category)} · ${formatInstant(publishedAt)}</p>
${corrections
  .toReversed()
  .map(
    correction =>
      html`<p class="notice"><strong>${correctionHeading(correction)}:</strong> ${correction.text}</p>`,
  )}
${raw(`${articleMarkers.start}${approved}${articleMarkers.end}`)}`,
    html`<meta property="article:section" content="${site.categoryName(category)}">
<meta property="article:published_time" content="${publishedAt}">
`,
  )
}

export function gonePage(site: Site, notice: GoneNotice): string {
  const title = goneTitles[notice.kind]
  return frame(
    site,
    title,
    '../',
    html`${raw(goneMarker)}<h1>${title}</h1><p class="meta">${goneHeading(notice)}</p><p class="notice">${notice.text}</p>`,
  )
}

export function indexPage(site: Site, records: readonly FolderRecord[]): string {
  return frame(
    site,
    null,
    '',
    html`<h1>${site.name}</h1>
<ul class="list">${records.map(
      ({ slug, headline, lead, category, publishedAt }) => html`
<li><a href="bai/${slug}.html">${headline}</a><p class="meta">${site.categoryName(category)} · ${formatInstant(publishedAt)}</p>${lead === '' ? null : html`<p>${lead}</p>`}</li>`,
    )}
</ul>`,
  )
}

const style = `:root{color-scheme:light dark}body{max-width:46rem;margin:0 auto;padding:1rem;font:1.06rem/1.6 system-ui,sans-serif}
img{max-width:100%;height:auto}figure{margin:1.2rem 0}figcaption,.meta{opacity:.75;font-size:.9em}table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border:1px solid;padding:.3rem .6rem}.notice{border-left:4px solid #b45309;padding:.4rem .8rem}.lead{font-weight:600}
.list{padding:0;list-style:none}.list li{padding:.8rem 0;border-top:1px solid #8884}.list a{font-weight:600}.list p{margin:.2rem 0}`

function frame(
  site: Site,
  title: string | null,
  up: string,
  main: Markup,
  facts: Markup | null = null,
): string {
  return String(html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === null ? site.name : `${title} – ${site.name}`}</title>
${facts}<link rel="alternate" type="application/atom+xml" title="${site.name}" href="${up}feed.xml">
<style>${raw(style)}</style>
</head>
<body>
${up === '' ? null : html`<p class="meta"><a href="../index.html">${site.name}</a></p>`}
<main>
${main}
</main>
</body>
</html>
`)
}
