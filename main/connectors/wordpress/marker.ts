import { z } from 'zod'
import { remoteArticle } from '#common/api/portal-api'
import { instant } from '#common/domain/ids'

/**
 * What a post carries of us, as an HTML comment in its content: which decision about which article it shows, and a hash
 * of everything that was sent with it, so that a partial write and a stranger's edit are seen.
 */
export const marker = z.object({
  sequence: remoteArticle.shape.sequence,
  state: remoteArticle.shape.state,
  revision: remoteArticle.shape.revision,
  html: remoteArticle.shape.html,
  at: remoteArticle.shape.acceptedAt,
  /** Readers have a notice here in the place of the text. */
  notice: z.literal(true).optional(),
  /** The post's own date (GMT, to the second) from before this newsroom, where nobody else knew it. */
  dated: z.iso.datetime({ local: true }).optional(),
  /** Stands at the head of the site's lists until then. */
  hot: instant.optional(),
  fields: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Marker = z.infer<typeof marker>

const comment = /<!--toa-soan:([a-z2-7]{26}) (\{[^\n]*?\})-->\n?/

/** What a search for an article's posts asks for. */
export function markerKey(article: string): string {
  return `toa-soan:${article}`
}

export function writeMarker(article: string, value: Marker): string {
  return `<!--${markerKey(article)} ${JSON.stringify(value)}-->\n`
}

export interface Marked {
  readonly article: string
  readonly marker: Marker
  /** The content without its marker. */
  readonly rest: string
}

/** Null for content that is not ours, or whose marker somebody broke. */
export function readMarker(content: string): Marked | null {
  const [whole, article, json] = comment.exec(content) ?? []
  if (whole === undefined || article === undefined || json === undefined) return null
  try {
    const parsed = marker.safeParse(JSON.parse(json))
    return parsed.success ? { article, marker: parsed.data, rest: content.replace(whole, '') } : null
  } catch {
    return null
  }
}
