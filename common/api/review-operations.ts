import { z } from 'zod'
import { articleId, instant, revisionHash } from '../domain/ids'
import { comparison } from './comparison'
import { operation } from './operation'
import * as view from './views'

const onArticle = z.strictObject({ article: articleId })
const versionName = z.string().trim().min(1).max(120)

/** A text to compare: a stored version, the draft as it is now, or what readers see. */
const side = z.union([revisionHash, z.literal('draft'), z.literal('published')])

/** What one side of a comparison is, for its heading. */
const sideView = z.strictObject({
  number: z.int().nullable(),
  name: z.string().nullable(),
  by: z.string().nullable(),
  at: instant.nullable(),
})

/** Versions of an article, compared and brought back. */
export const reviewOperations = {
  'revisions.compare': operation(
    'article.read',
    onArticle.extend({ from: side.nullable(), to: side }),
    z.strictObject({ from: sideView.nullable(), to: sideView, comparison }),
  ),
  /** Keeps the draft as it is now as a version, without submitting it. */
  'revisions.keep': operation('article.read', onArticle.extend({ name: versionName }), view.articleView),
  'revisions.name': operation(
    'article.read',
    onArticle.extend({ number: z.int().positive(), name: versionName }),
    view.articleView,
  ),
  /** Makes the draft equal to a version; what the draft said before is kept as a version first. */
  'revisions.restore': operation(
    'article.read',
    onArticle.extend({ number: z.int().positive() }),
    view.articleView,
  ),
} as const
