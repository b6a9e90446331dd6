import { Check, PencilLine, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ReviewView } from '#common/api/views'
import { useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useAsker } from '#renderer/commands/AskerProvider.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Chip } from '#renderer/ui/Chip.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { ReturnDialog, type ReturnReason } from './ReturnDialog.tsx'

interface Props {
  readonly review: ReviewView
  readonly onDecided: () => void
}

/** The foot of the review: return, edit, approve. The revision approved is the one shown above, by its hash. */
export function Decision({ review, onDecided }: Props) {
  const { t } = useText()
  const { account, workspace } = useSession()
  const asker = useAsker()
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState<'return' | 'passphrase' | null>(null)
  const approving = useCommand('review.approve')
  const returning = useCommand('review.return')
  const claiming = useCommand('review.claim')
  const { article, allowed, people, chip } = review.article
  const { revision } = article
  const own = article.createdBy === account.id || article.authors.includes(account.id)

  async function approve(passphrase?: string): Promise<boolean> {
    if (revision === null) return false
    const step = passphrase === undefined ? {} : { passphrase }
    const answer = await approving.run({ article: article.id, revision, ...step })
    if (!answer.ok) return false
    setAsking(null)
    say(t('review.approved', { headline: article.headline }))
    onDecided()
    return true
  }

  async function giveBack(reason: ReturnReason, note: string): Promise<void> {
    if (revision === null) return
    const answer = await returning.run({ article: article.id, revision, reason, note })
    if (!answer.ok) return
    setAsking(null)
    say(t('review.returned', { headline: article.headline }))
    onDecided()
  }

  /** W7: who edits becomes an author and cannot approve; said before, not after. */
  async function edit(): Promise<void> {
    const sure = await asker.confirm({
      title: t('review.editTitle'),
      description: t('review.editText'),
      action: t('review.edit'),
    })
    if (!sure) return
    if (article.claim === null && !(await claiming.run({ article: article.id })).ok) return
    navigate(paths.edit(article.id))
  }

  const mayEdit = allowed.includes('claim') || (allowed.includes('edit') && article.claim?.by === account.id)
  return (
    <footer className="review-decision">
      <div className="review-state">
        <Chip chip={chip} />
        {why() !== null && <span>{why()}</span>}
      </div>
      {mayEdit && (
        <Button icon={<PencilLine size={16} />} look="quiet" busy={claiming.busy} onClick={() => void edit()}>
          {t('review.edit')}
        </Button>
      )}
      {allowed.includes('return') && (
        <Button icon={<Undo2 size={16} />} onClick={() => setAsking('return')}>
          {t('review.return')}
        </Button>
      )}
      {article.stage !== 'approved' && (
        <Button
          look="primary"
          icon={<Check size={16} />}
          disabled={!allowed.includes('approve')}
          busy={approving.busy}
          onClick={() => (account.demo ? void approve() : setAsking('passphrase'))}
        >
          {t('review.approve')}
        </Button>
      )}
      {asking === 'return' && (
        <ReturnDialog busy={returning.busy} onLeave={() => setAsking(null)} onReturn={giveBack} />
      )}
      {asking === 'passphrase' && (
        <PassphraseDialog
          signInName={account.signInName}
          busy={approving.busy}
          onLeave={() => setAsking(null)}
          onEnter={passphrase => void approve(passphrase)}
        />
      )}
    </footer>
  )

  /** Why the primary button cannot be pressed, in the words a colleague would use. */
  function why(): string | null {
    if (workspace.readOnly !== null) return t('review.readOnly')
    if (article.stage === 'approved') return t('review.alreadyApproved')
    if (allowed.includes('approve')) return article.claim === null ? null : t('review.claimedByYou')
    if (own) return t('review.ownWork')
    if (article.claim !== null) return t('review.claimedByOther', { name: people[article.claim.by] ?? '' })
    return t('review.notReviewer')
  }
}
