import { z } from 'zod'
import { focusPoint } from '../domain/focus-point'
import { blobHash, instant } from '../domain/ids'
import { operation } from './operation'
import { articleRow, media } from './views'

/** A picture or file of the library with the words it was last given in an article. */
export const libraryMedia = media.extend({
  alt: z.string(),
  credit: z.string(),
  focus: focusPoint.nullable(),
  addedAt: instant,
  /** Articles whose draft shows it. */
  uses: z.int().nonnegative(),
})
export type LibraryMedia = z.infer<typeof libraryMedia>

export const mediaFilter = z.strictObject({
  use: z.enum(['picture', 'file']).default('picture'),
  /** Every word has to stand in its name, description or credit; marks and case do not matter. */
  text: z.string().max(200).default(''),
  /** `unused`: in no draft; `undescribed`: nobody has said yet what is to be seen. */
  only: z.enum(['all', 'unused', 'undescribed']).default('all'),
})

/** Pictures and files: the library (docs/pictures.md). */
export const mediaOperations = {
  'media.add': operation(
    'article.read',
    z.strictObject({ fileName: z.string().min(1).max(255), base64: z.base64().max(14_000_000) }),
    media,
  ),
  'media.find': operation('article.read', z.strictObject({ hash: blobHash }), media),
  /** The newest first. */
  'media.list': operation(
    'article.read',
    mediaFilter.extend({
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(100).default(40),
    }),
    z.strictObject({ rows: z.array(libraryMedia), total: z.int() }),
  ),
  /** Where it stands: in drafts, and before readers. */
  'media.uses': operation(
    'article.read',
    z.strictObject({ hash: blobHash }),
    z.strictObject({
      uses: z.array(z.strictObject({ row: articleRow, inDraft: z.boolean(), onPortal: z.boolean() })),
    }),
  ),
} as const
