import { z } from 'zod'
import { blobHash, instant } from '../domain/ids'
import { publicationDecision } from '../domain/job'
import { goneNotice } from '../domain/publication'

/** A picture or file to be uploaded by hand, under a name by which it is found again on the public page. */
export const handFile = z.strictObject({
  hash: blobHash,
  name: z.string(),
  use: z.enum(['picture', 'file']),
  /** Alternative text of a picture, label of a file. */
  label: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int().nonnegative(),
})
export type HandFile = z.infer<typeof handFile>

/** Everything a person needs to carry one decision to a portal that takes it only from its own forms. */
export const handSheet = z.strictObject({
  decision: publicationDecision,
  /** The page readers have now; null for one that is to be made. */
  url: z.string().nullable(),
  /** Null for decisions that only take away. */
  text: z
    .strictObject({
      headline: z.string(),
      lead: z.string(),
      /** Without headline and lead; pictures and files are named where they belong. */
      bodyHtml: z.string(),
      bodyText: z.string(),
      category: z.string(),
      tags: z.array(z.string()),
      publishedAt: instant,
      correction: z.strictObject({ number: z.int(), text: z.string(), at: instant }).nullable(),
    })
    .nullable(),
  files: z.array(handFile),
  /** What is to stand in the place of an article that is taken away. */
  notice: goneNotice.nullable(),
})
export type HandSheet = z.infer<typeof handSheet>
