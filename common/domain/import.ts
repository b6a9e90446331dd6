import { z } from 'zod'
import { accountId, articleId, blobHash, instant } from './ids'

/** Where readers have had an article since before this newsroom: imported, never pushed as it is (docs/import.md, I4). */
export const past = z.strictObject({
  url: z.string().max(2_000).nullable(),
  publishedAt: instant.nullable(),
})
export type Past = z.infer<typeof past>

/** Another article that an imported page names. */
export const reference = z.strictObject({
  headline: z.string().max(300),
  publishedAt: instant.nullable(),
  url: z.string().max(2_000).nullable(),
})
export type Reference = z.infer<typeof reference>

/** The file an article came from, kept as it was. */
export const importRecord = z.strictObject({
  id: articleId,
  fileName: z.string().max(255),
  sizeBytes: z.int().nonnegative(),
  original: blobHash,
  by: accountId,
  at: instant,
  references: z.array(reference).max(100),
})
export type ImportRecord = z.infer<typeof importRecord>
