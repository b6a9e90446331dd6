import { BadgeCheck, CornerUpLeft, FileOutput, Hand, PencilLine, Siren } from 'lucide-react'
import type { Action } from '#common/domain/workflow'
import type { Command, CommandContext } from '#renderer/commands/command.ts'
import { paths } from '#renderer/commands/paths.ts'
import { say } from '#renderer/ui/toasts.ts'
import { reviewShortcuts } from './review-shortcuts.ts'
import type { ReviewTarget } from './review-target.ts'

export const approveArticle: Command<ReviewTarget> = {
  id: 'review.approve',
  label: 'review.approve',
  icon: BadgeCheck,
  group: 'publish',
  shortcut: reviewShortcuts.approve.keys,
  isEnabled: (_context, { review, stood }) =>
    stood && allows(review, 'approve') && !review.article.changedSinceRevision,
  run: async (context, target) => {
    if (context.session.account.demo) await approve(context, target, undefined)
    else target.askPassphrase()
  },
}

export const returnArticle: Command<ReviewTarget> = {
  id: 'review.return',
  label: 'review.return',
  icon: CornerUpLeft,
  group: 'publish',
  shortcut: reviewShortcuts.return.keys,
  isEnabled: (_context, { review, stood }) => stood && allows(review, 'return'),
  run: async (context, target) => {
    const hold = await claim(context, target)
    if (hold !== 'refused') target.askReason(hold === 'taken')
  },
}

/** A reviewer who edits becomes a co-author and cannot approve any more. */
export const editArticle: Command<ReviewTarget> = {
  id: 'review.edit',
  label: 'review.edit',
  icon: PencilLine,
  group: 'publish',
  shortcut: reviewShortcuts.edit.keys,
  isEnabled: (_context, { review }) => allows(review, 'claim') || allows(review, 'edit'),
  run: async (context, target) => {
    const { t, asker, navigate, session } = context
    const sure =
      !session.may('article.sign') ||
      (await asker.confirm({
        title: t('review.editTitle'),
        description: t('review.editText'),
        action: t('review.edit'),
      }))
    if (sure && (await claim(context, target)) !== 'refused')
      navigate(paths.edit(target.review.article.article.id))
  },
}

export const releaseArticle: Command<ReviewTarget> = {
  id: 'review.release',
  label: 'review.release',
  icon: Hand,
  group: 'publish',
  isEnabled: (_context, { review }) => allows(review, 'release'),
  run: letGo,
}

/** Readers get it now, the approval follows within a day. */
export const publishUrgently: Command<ReviewTarget> = {
  id: 'review.urgent',
  label: 'urgent.publish',
  icon: Siren,
  group: 'publish',
  danger: true,
  isEnabled: (_context, { review, stood }) =>
    stood &&
    allows(review, 'publish-urgently') &&
    review.article.urgent === null &&
    !review.article.changedSinceRevision,
  run: async (_context, target) => target.askUrgent(),
}

/** For a reviewer on another machine. */
export const exportArticle: Command<ReviewTarget> = {
  id: 'review.export',
  label: 'review.files.export',
  icon: FileOutput,
  group: 'publish',
  isEnabled: (_context, { review }) => {
    const { stage } = review.article.article
    return (stage === 'submitted' || stage === 'in-review') && !review.article.changedSinceRevision
  },
  run: async (_context, target) => target.askExport(),
}

/** Approves exactly the revision on screen. True when main did. */
export async function approve(
  { t, tell, session, navigate }: CommandContext,
  { review, onDone }: ReviewTarget,
  passphrase: string | undefined,
): Promise<boolean> {
  const { id, revision } = review.article.article
  if (revision === null) return false
  const secret = passphrase === undefined ? {} : { passphrase }
  const done = await tell('review.approve', { article: id, revision, ...secret })
  if (done === null) return false
  if (done.article.stage !== 'approved') {
    say(t('levels.signed', { next: done.levels?.next ?? '' }))
    onDone()
    return true
  }
  const publishing = { label: t('review.goPublishing'), run: () => navigate(paths.publishing) }
  say(t('review.approved'), session.may('article.publish') ? publishing : undefined)
  onDone()
  return true
}

/** The first review action holds the article, so that nobody else begins the same. */
async function claim(
  { tell }: CommandContext,
  { review }: ReviewTarget,
): Promise<'not-needed' | 'taken' | 'refused'> {
  if (!allows(review, 'claim')) return 'not-needed'
  const done = await tell('review.claim', { article: review.article.article.id })
  return done === null ? 'refused' : 'taken'
}

/** Others may decide about it again. */
export async function letGo(
  { tell }: CommandContext,
  { review }: Pick<ReviewTarget, 'review'>,
): Promise<void> {
  await tell('review.release', { article: review.article.article.id })
}

function allows(review: ReviewTarget['review'], action: Action): boolean {
  return review.article.allowed.includes(action)
}
