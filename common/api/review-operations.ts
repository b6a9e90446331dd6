import { z } from 'zod'
import { articleId, instant, revisionHash } from '../domain/ids'
import { reviewPolicy, reviewRules } from '../domain/review-policy'
import { comparison } from './comparison'
import { nothing, operation } from './operation'
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

const policyView = z.strictObject({
  rules: reviewRules,
  /** Every policy there was, newest first; empty until somebody decided about one. */
  history: z.array(reviewPolicy.omit({ by: true }).extend({ byName: z.string() })),
})
export type PolicyView = z.infer<typeof policyView>

/** Levels of review, and versions of an article, compared and brought back. */
export const reviewOperations = {
  'review.policy': operation('signed-in', nothing, policyView),
  /** Shows the submitted text to readers at once; its approval is due within a day. Works without a line, as a push does. */
  'review.publishUrgently': operation(
    'article.urgent',
    onArticle.extend({
      revision: revisionHash,
      reason: z.string().trim().max(2_000),
      passphrase: z.string().max(200).optional(),
    }),
    view.articleView,
  ),
  /** In force for what is submitted from now on; what waits keeps the levels it was submitted under. */
  'review.setPolicy': operation('account.manage', z.strictObject({ rules: reviewRules }), policyView),

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
