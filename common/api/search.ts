import { z } from 'zod'

/** A stretch of text; `hit` where it is what was looked for. */
export const textPiece = z.strictObject({ text: z.string(), hit: z.boolean() })
export type TextPiece = z.infer<typeof textPiece>

/** Why an article was found: its headline with the hits marked, and the best place elsewhere in it. */
export const snippet = z.strictObject({
  headline: z.array(textPiece),
  excerpt: z
    .strictObject({ part: z.enum(['lead', 'facts', 'body', 'files']), pieces: z.array(textPiece) })
    .nullable(),
})
export type Snippet = z.infer<typeof snippet>

/** How far the index is while it does not know every article's newest text. */
export const searchProgress = z.strictObject({ done: z.int(), total: z.int() })
export type SearchProgress = z.infer<typeof searchProgress>
