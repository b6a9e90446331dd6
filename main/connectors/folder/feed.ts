import { html, raw } from 'hono/html'
import type { Site } from './pages'
import type { FolderRecord } from './record'

export interface FeedEntry {
  readonly record: FolderRecord
  /** The approved HTML, its pictures and files named from the folder's root. */
  readonly content: string
}

/** The newest articles with their whole text (RFC 4287), for portals that can take in a feed. Addresses are relative to it. */
export function atomFeed(site: Site, base: string | null, entries: readonly FeedEntry[]): string {
  const updated = entries
    .map(({ record }) => record.at)
    .reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00.000Z')
  return String(html`${raw('<?xml version="1.0" encoding="UTF-8"?>\n')}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"${base === null ? null : html` xml:base="${base}/"`}>
<id>urn:toa-soan:feed</id><title>${site.name}</title><updated>${updated}</updated><author><name>${site.name}</name></author>
${entries.map(
  ({
    record,
    content,
  }) => html`<entry><id>urn:toa-soan:${record.article}</id><title>${record.headline}</title><link rel="alternate" type="text/html" href="bai/${record.slug}.html"/><published>${record.publishedAt}</published><updated>${record.at}</updated><category term="${record.category}" label="${site.categoryName(record.category)}"/><summary>${record.lead}</summary><content type="html">${content}</content></entry>
`,
)}</feed>
`)
}
