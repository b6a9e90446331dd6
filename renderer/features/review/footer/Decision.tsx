import { useSession } from '#renderer/api/session.tsx'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { CommandRowMenu, entry } from '#renderer/commands/CommandRowMenu.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { type Translate, useText } from '#renderer/text/use-text.ts'
import {
  approveArticle,
  editArticle,
  exportArticle,
  publishUrgently,
  releaseArticle,
  returnArticle,
} from '../review-commands.ts'
import type { ReviewTarget } from '../review-target.ts'

/** The decision, and where there is none to make: why. */
export function Decision({ target }: { readonly target: ReviewTarget }) {
  const { t } = useText()
  const context = useCommandContext()
  const { account } = useSession()
  const { article } = target.review
  const { stage } = article.article
  const open = stage === 'submitted' || stage === 'in-review'
  return (
    <footer className="decision">
      <p className="decision-state">{sentence(t, target, account.id)}</p>
      {open && (
        <>
          <CommandRowMenu
            label={t('review.more')}
            entries={[editArticle, releaseArticle, exportArticle, publishUrgently].map(command =>
              entry(command, target),
            )}
          />
          {article.allowed.includes('return') && <CommandButton command={returnArticle} target={target} />}
          {(article.allowed.includes('approve') || context.session.may('article.sign')) && (
            <CommandButton look="primary" command={approveArticle} target={target}>
              {article.allowed.includes('approve') ? t('review.approve') : t('review.needsAnother')}
            </CommandButton>
          )}
        </>
      )}
    </footer>
  )
}

function sentence(t: Translate, { review, stood }: ReviewTarget, account: string): string {
  const { article, people, allowed, levels, changedSinceRevision } = review.article
  const { claim, approval, stage } = article
  if (approval !== null && stage === 'approved')
    return t('review.alreadyApproved', { name: people[approval.by] })
  if (stage !== 'submitted' && stage !== 'in-review') return t('review.notWaiting')
  if (claim !== null && claim.by !== account) return t('review.heldBy', { name: people[claim.by] })
  if (article.authors.some(author => author === account))
    return problemText(t, { code: 'own-work', params: {} })
  if (changedSinceRevision) return t('review.draftChanged')
  if (!stood && allowed.includes('return')) return t('review.readFirst')
  if (claim !== null) return t('review.youHold')
  if (!allowed.includes('approve') && levels?.next != null)
    return problemText(t, { code: 'other-level', params: { level: levels.next } })
  return allowed.includes('approve') ? t('review.exactly') : ''
}
