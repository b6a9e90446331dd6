import { z } from 'zod'
import { problem } from '#common/api/problems/problem'
import type { Outcome, Setback } from '../connector'
import type { Exchange } from '../http/client'
import { readOutcome } from '../http/outcome'

/** What WordPress calls things; no other file of the product knows these words. */
export const postStatus = z.enum(['publish', 'future', 'draft', 'pending', 'private', 'trash'])

const raw = z.object({ raw: z.string() })

/** A post in `context=edit`: what is stored, not what a theme makes of it. */
export const post = z.object({
  id: z.int().positive(),
  status: z.string(),
  slug: z.string(),
  link: z.string(),
  date_gmt: z.string().nullable(),
  title: raw,
  content: raw,
  excerpt: raw,
  categories: z.array(z.int()).default([]),
  tags: z.array(z.int()).default([]),
  featured_media: z.int().default(0),
  sticky: z.boolean().default(false),
  modified_gmt: z.string().nullable().default(null),
})
export type Post = z.infer<typeof post>
export const postFields = Object.keys(post.shape).join(',')

export const media = z.object({
  id: z.int().positive(),
  slug: z.string(),
  media_type: z.string(),
  source_url: z.string(),
  alt_text: z.string().default(''),
  caption: z.object({ raw: z.string().default('') }).default({ raw: '' }),
  /** PHP writes an empty array where there are no details. */
  media_details: z
    .union([
      z.array(z.unknown()).transform(() => ({})),
      z.object({ width: z.int().optional(), original_image: z.string().optional() }),
    ])
    .default({})
    .transform(details => ({
      width: 'width' in details ? details.width : undefined,
      original: 'original_image' in details ? details.original_image : undefined,
    })),
})
export type Media = z.infer<typeof media>

export const term = z.object({ id: z.int(), name: z.string() })
export const me = z.object({ id: z.int(), capabilities: z.record(z.string(), z.unknown()) })
export const site = z.object({
  name: z.string(),
  namespaces: z.array(z.string()),
  /** PHP writes an empty array where nothing is on. */
  authentication: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
})
export const postType = z.object({
  _links: z.object({ 'wp:items': z.array(z.object({ href: z.string() })) }),
})
/** With `term_exists` WordPress names the one that is there. */
export const existingTerm = z.object({
  code: z.literal('term_exists'),
  data: z.object({ term_id: z.coerce.number().int() }),
})

const failure = z.object({
  code: z.string(),
  message: z.string().default(''),
  /** Why a parameter was refused; PHP writes an empty array where there is nothing to say. */
  data: z
    .object({
      details: z
        .record(z.string(), z.object({ code: z.string() }))
        .optional()
        .catch(undefined),
    })
    .catch({}),
})

/** What is not there, in WordPress's own words; a web server's 404 page is not one of them. */
const absent = new Set([
  'rest_post_invalid_id',
  'rest_already_trashed',
  'rest_term_invalid',
  // A page behind the last one.
  'rest_post_invalid_page_number',
])

/** Server errors that stay: the file is refused however often it comes. */
const permanent = new Set(['rest_upload_sideload_error', 'rest_upload_unknown_error', 'rest_upload_no_data'])

/**
 * An answer in WordPress's words. `null` inside `done`: WordPress says that it has no such thing. Decided by code and
 * status: messages come in the site's language. A page instead of JSON may be that of a PHP worker that died.
 */
export function outcomeOf<T>(exchange: Exchange, schema: z.ZodType<T>, nowMs: number): Outcome<T | null> {
  return readOutcome(exchange, schema, nowMs, (status, json): Outcome<null> | null => {
    const said = failure.safeParse(json)
    if (!said.success) return null
    return absent.has(said.data.code) ? { kind: 'done', value: null } : setbackOf(status, said.data)
  })
}

function setbackOf(status: number, { code, message, data }: z.infer<typeof failure>): Setback {
  const refused: Setback = {
    kind: 'refused',
    problem: problem('portal-refused', { status, message: plain(message || code) }),
  }
  if (status === 401 || status === 403) return { kind: 'unauthorised' }
  // Lost rights look like a parameter nobody may use.
  if (data.details?.status?.code === 'rest_forbidden_status') return { kind: 'unauthorised' }
  // Bytes were damaged on the way: the same ones may pass next time.
  if (code === 'rest_upload_hash_mismatch') return { kind: 'unknown', status: 500 }
  if (status >= 500 && !permanent.has(code)) return { kind: 'unknown', status }
  return refused
}

/** WordPress puts markup into messages; ours are text. */
function plain(message: string): string {
  return message.replace(/<[^>]*>/g, '').slice(0, 500)
}
