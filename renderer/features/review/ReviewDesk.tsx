import { useMemo, useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import type { Command } from '#renderer/commands/command.ts'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { ExportDialog } from './files/ExportDialog.tsx'
import { Decision } from './footer/Decision.tsx'
import { PassphraseDialog } from './footer/PassphraseDialog.tsx'
import { ReturnDialog } from './footer/ReturnDialog.tsx'
import { UrgentDialog } from './footer/UrgentDialog.tsx'
import { ReviewPage } from './page/ReviewPage.tsx'
import { ReviewPanel } from './panel/ReviewPanel.tsx'
import { approveArticle, editArticle, returnArticle } from './review-commands.ts'
import type { ReviewTarget } from './review-target.ts'

interface Props {
  readonly article: string
  readonly onDone: () => void
}

/** One article under review. */
export function ReviewDesk({ article, onDone }: Props) {
  const { t } = useText()
  const { value, problem, again } = useAsk('review.read', { article })
  if (problem !== null) {
    return (
      <div className="review-desk">
        <ProblemBand problem={problem} again={again} />
      </div>
    )
  }
  if (value === undefined) return <ScreenSpinner label={t('review.opening')} />
  return <OpenReview review={value} onDone={onDone} />
}

function OpenReview({ review, onDone }: { readonly review: ReviewView; readonly onDone: () => void }) {
  const [asking, setAsking] = useState<'reason' | 'passphrase' | 'export' | 'urgent' | null>(null)
  const target = useMemo<ReviewTarget>(
    () => ({
      review,
      onDone,
      askReason: () => setAsking('reason'),
      askPassphrase: () => setAsking('passphrase'),
      askExport: () => setAsking('export'),
      askUrgent: () => setAsking('urgent'),
    }),
    [review, onDone],
  )
  useShortcuts(useMemo(() => [approveArticle, returnArticle, editArticle].map(bind(target)), [target]))
  const close = () => setAsking(null)
  return (
    <>
      <div className="review-desk">
        <ReviewPage review={review} />
        <Decision target={target} />
      </div>
      <ReviewPanel review={review} />
      {asking === 'reason' && <ReturnDialog target={target} onClose={close} />}
      {asking === 'export' && <ExportDialog target={target} onClose={close} />}
      {asking === 'urgent' && <UrgentDialog target={target} onClose={close} />}
      {asking === 'passphrase' && <PassphraseDialog target={target} onClose={close} />}
    </>
  )
}

function bind(target: ReviewTarget) {
  return (command: Command<ReviewTarget>): Command => ({
    ...command,
    isEnabled: context => command.isEnabled(context, target),
    run: context => command.run(context, target),
  })
}
