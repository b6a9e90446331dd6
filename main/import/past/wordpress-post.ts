import { z } from 'zod'
import { escapeHtml } from '#common/document/html'

export const post = z.object({
  link: z.string().max(2_000),
  date_gmt: z.string().max(40),
  title: z.object({ rendered: z.string().max(10_000) }),
  content: z.object({ rendered: z.string() }).optional(),
})
export type Post = z.infer<typeof post>

/** A post as a page that says what it is; its content is read as any other page's, and trusted as little. */
export function pageOfPost({ link, date_gmt, title, content }: Post): string {
  return [
    '<!doctype html><meta charset="utf-8">',
    `<link rel="canonical" href="${escapeHtml(link)}">`,
    `<meta property="article:published_time" content="${escapeHtml(date_gmt)}Z">`,
    `<h1>${title.rendered}</h1>`,
    content?.rendered ?? '',
  ].join('')
}
