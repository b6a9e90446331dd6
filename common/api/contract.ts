import { z } from 'zod'
import { account, role } from '../domain/account'
import { returnReason } from '../domain/article'
import { commentAnchor, commentText, mentions } from '../domain/comment'
import { accountId, articleId, instant, revisionHash, threadId } from '../domain/ids'
import { ignoredFinding, namesTable } from '../domain/names-table'
import { personalDataDecision, personalDataFinding } from '../domain/personal-data'
import { approvalOperations } from './approval-operations'
import { draftPresence } from './events'
import { importOperations } from './import-operations'
import { mediaOperations } from './media-operations'
import { type Answer, nothing, operation } from './operation'
import { publishingOperations } from './publishing-operations'
import { recordsOperations } from './records-operations'
import { reviewOperations } from './review-operations'
import { safekeepingOperations } from './safekeeping'
import { searchProgress, snippet } from './search'
import { templateOperations } from './template-operations'
import * as view from './views'

const passphrase = z.string().max(200)
const note = z.string().trim().max(2_000)
const onArticle = z.strictObject({ article: articleId })
const done = nothing
const onThread = z.strictObject({ thread: threadId })

/**
 * Everything the workstation can be asked, in one value. Both hosts and the command line serve exactly these keys;
 * main parses every input and checks `access` before a capability sees it.
 */
export const contract = {
  'session.current': operation('anyone', nothing, view.sessionView),
  'session.signIn': operation(
    'anyone',
    z.strictObject({ signInName: z.string().max(40), passphrase: passphrase.optional() }),
    view.sessionView,
  ),
  /** With the printed recovery code: a new passphrase for an administrator. */
  'session.recover': operation(
    'anyone',
    z.strictObject({ signInName: z.string().max(40), recoveryCode: z.string().max(80), passphrase }),
    view.sessionView,
  ),
  'session.signOut': operation('anyone', nothing, view.sessionView),

  'workspace.setUp': operation(
    'anyone',
    z.strictObject({
      organisation: z.string().trim().min(1).max(120),
      administrator: view.accountInput.omit({ roles: true }),
      passphrase,
    }),
    z.strictObject({ session: view.sessionView, recoveryFile: z.string() }),
  ),
  'workspace.removeSample': operation('account.manage', nothing, view.sessionView),
  /** Takes a backup out as this machine's newsroom and opens it; only while nothing of one's own is here. */
  'workspace.restore': operation(
    'anyone',
    z.strictObject({ folder: z.string().trim().min(1).max(1_000), backup: z.string().max(60) }),
    view.sessionView,
  ),
  /** Opens another workspace of this machine in place of this one, which stays as it is. */
  'workspace.open': operation(
    'account.manage',
    z.strictObject({ directory: z.string().trim().min(1).max(1_000) }),
    view.sessionView,
  ),

  'accounts.list': operation('signed-in', nothing, z.strictObject({ accounts: z.array(view.person) })),
  'accounts.create': operation(
    'account.manage',
    view.accountInput.extend({ passphrase }),
    z.strictObject({ account: view.person }),
  ),
  'accounts.change': operation(
    'account.manage',
    z.strictObject({
      account: accountId,
      name: account.shape.name,
      roles: z.array(role).min(1),
      active: z.boolean(),
    }),
    z.strictObject({ account: view.person }),
  ),

  'names.read': operation('signed-in', nothing, z.strictObject({ names: namesTable })),
  'names.change': operation(
    'article.edit-others',
    z.strictObject({ names: namesTable }),
    z.strictObject({ names: namesTable }),
  ),
  /** "Bỏ qua luôn": the proofreader never shows this finding again, to nobody. */
  'names.ignore': operation('article.write', ignoredFinding, z.strictObject({ names: namesTable })),
  'names.heed': operation('article.edit-others', ignoredFinding, z.strictObject({ names: namesTable })),

  'articles.list': operation(
    'article.read',
    view.articleFilter.extend({
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({
      rows: z.array(view.articleRow),
      total: z.int(),
      /** Null while a workspace that was just opened is still being read. */
      counters: view.counters.nullable(),
    }),
  ),
  /**
   * Full text, the best hit first. Quotes keep words together, a last word without a blank behind it is a beginning.
   * Answers from what the index knows by now; `progress` says how far it is.
   */
  'articles.search': operation(
    'article.read',
    view.articleFilter.extend({
      text: z.string().max(200),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(50).default(20),
    }),
    z.strictObject({
      hits: z.array(snippet.extend({ row: view.articleRow })),
      total: z.int(),
      progress: searchProgress.nullable(),
    }),
  ),
  'articles.read': operation('article.read', onArticle, view.articleView),
  'articles.create': operation(
    'article.write',
    z.strictObject({ kind: z.string().max(40), document: z.record(z.string(), z.unknown()).optional() }),
    view.articleView,
  ),
  'articles.checks': operation('article.read', onArticle, z.strictObject({ checks: z.array(view.check) })),
  /** Personal data in the draft, and what was decided about each piece before. */
  'articles.personalData': operation(
    'article.read',
    onArticle,
    z.strictObject({ findings: z.array(personalDataFinding) }),
  ),
  /** Refused while the draft holds personal data that no decision covers. */
  'articles.submit': operation(
    'article.read',
    onArticle.extend({ personalData: z.array(personalDataDecision).max(1_000).optional() }),
    view.articleView,
  ),
  'articles.withdraw': operation('article.write', onArticle, view.articleView),
  'articles.reopen': operation('article.read', onArticle, view.articleView),
  'articles.spike': operation('article.read', onArticle.extend({ reason: note }), view.articleView),
  'articles.restore': operation('article.read', onArticle, view.articleView),

  'drafts.open': operation('article.read', onArticle, view.draftView),
  /** Steps the renderer made on top of `version`; refused with `steps-behind` when somebody was faster. */
  'drafts.push': operation(
    'article.read',
    onArticle.extend({
      version: z.int().nonnegative(),
      client: z.string().min(1).max(40),
      steps: z.array(view.step).min(1).max(500),
    }),
    z.strictObject({ version: z.int() }),
  ),
  'drafts.since': operation(
    'article.read',
    onArticle.extend({ version: z.int().nonnegative() }),
    view.draftSteps,
  ),
  /** Resolves when everything accepted so far is synced to the disk. */
  'drafts.flush': operation(
    'article.read',
    onArticle,
    z.strictObject({ version: z.int(), savedAt: instant }),
  ),
  /** For scripts: makes the draft equal to this document, as one step, and syncs it. */
  'drafts.replace': operation(
    'article.read',
    onArticle.extend({ document: z.record(z.string(), z.unknown()) }),
    z.strictObject({ version: z.int(), savedAt: instant }),
  ),
  /** What autosaving kept, newest first, one a minute; not the state there is now. */
  'drafts.states': operation(
    'article.read',
    onArticle,
    z.strictObject({ states: z.array(z.strictObject({ version: z.int(), at: instant })) }),
  ),
  /** Makes the draft what it was at a kept version, as one more step that can be taken back. */
  'drafts.bringBack': operation(
    'article.read',
    onArticle.extend({ version: z.int().nonnegative() }),
    z.strictObject({ version: z.int(), savedAt: instant }),
  ),

  /** Tells the other windows where this one stands in a draft, or (null) that it left. Not stored. */
  'drafts.presence': operation(
    'article.read',
    onArticle.extend({ presence: draftPresence.omit({ account: true, name: true }) }),
    done,
  ),

  'comments.list': operation('article.read', onArticle, view.commentsView),
  /** `anchor` is in positions of `version`; refused with `comment-not-found` when its place is gone since. */
  'comments.start': operation(
    'article.comment',
    onArticle.extend({ anchor: commentAnchor, version: z.int().nonnegative(), text: commentText, mentions }),
    onThread,
  ),
  'comments.reply': operation(
    'article.comment',
    onArticle.extend({ thread: threadId, text: commentText, mentions }),
    onThread,
  ),
  'comments.resolve': operation(
    'article.comment',
    onArticle.extend({ thread: threadId, resolved: z.boolean() }),
    onThread,
  ),
  /** This person has seen every comment on the article there is now. */
  'comments.read': operation('article.read', onArticle, done),

  ...mediaOperations,

  'review.read': operation('article.read', onArticle, view.reviewView),
  /** What the proofreader finds in the submitted text. */
  'review.proofread': operation(
    'article.read',
    onArticle,
    z.strictObject({ passages: z.array(view.proofreadPassage) }),
  ),
  'review.queue': operation('article.read', nothing, z.strictObject({ rows: z.array(view.queueRow) })),
  'review.claim': operation('article.edit-others', onArticle, view.articleView),
  'review.release': operation('article.edit-others', onArticle, view.articleView),
  'review.return': operation(
    'article.edit-others',
    onArticle.extend({ revision: revisionHash, reason: returnReason, note }),
    view.articleView,
  ),
  'review.approve': operation(
    'article.sign',
    onArticle.extend({ revision: revisionHash, passphrase: passphrase.optional() }),
    view.articleView,
  ),
  'review.verifySeal': operation('article.read', onArticle, view.sealView),

  ...importOperations,
  ...reviewOperations,
  ...approvalOperations,

  ...publishingOperations,

  ...templateOperations,
  ...recordsOperations,

  ...safekeepingOperations,
} as const

export type Contract = typeof contract
export type OperationName = keyof Contract
export type Input<Name extends OperationName> = z.input<Contract[Name]['input']>
export type ParsedInput<Name extends OperationName> = z.output<Contract[Name]['input']>
export type Output<Name extends OperationName> = z.output<Contract[Name]['output']>

/** What the renderer, the command line and the tests hold: one typed `ask` over any wire. */
export interface Client {
  ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Output<Name>>>
}
