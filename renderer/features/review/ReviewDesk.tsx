import { useMemo, useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import type { Command } from '#renderer/commands/command.ts'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import type { Passage } from '#renderer/ui/PageFrame.tsx'
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
import { useStood } from './use-stood.ts'

interface Props {
  readonly article: string
  readonly onDone: () => void
}

/** An open question, about the text as it stood when it was asked: another one that arrives meanwhile is not decided by it. */
type Asking =
  | { readonly kind: 'passphrase' | 'export' | 'urgent'; readonly review: ReviewView }
  | { readonly kind: 'reason'; readonly review: ReviewView; readonly taken: boolean }

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
  const [asking, setAsking] = useState<Asking | null>(null)
  const [wanted, setWanted] = useState<{ readonly passage: Passage; readonly page: string } | null>(null)
  const { stood, begin } = useStood(review.pagePath)
  const target = useMemo<ReviewTarget>(
    () => ({
      review,
      stood,
      onDone,
      askReason: taken => setAsking({ kind: 'reason', review, taken }),
      askPassphrase: () => setAsking({ kind: 'passphrase', review }),
      askExport: () => setAsking({ kind: 'export', review }),
      askUrgent: () => setAsking({ kind: 'urgent', review }),
    }),
    [review, stood, onDone],
  )
  useShortcuts(useMemo(() => [approveArticle, returnArticle, editArticle].map(bind(target)), [target]))
  const close = () => setAsking(null)
  const asked = asking === null ? target : { ...target, review: asking.review }
  return (
    <>
      <div className="review-desk">
        <ReviewPage
          review={review}
          passage={wanted?.page === review.pagePath ? wanted.passage : null}
          onForget={() => setWanted(null)}
          onShown={begin}
        />
        <Decision target={target} />
      </div>
      <ReviewPanel review={review} onPassage={passage => setWanted({ passage, page: review.pagePath })} />
      {asking?.kind === 'reason' && <ReturnDialog target={asked} taken={asking.taken} onClose={close} />}
      {asking?.kind === 'export' && <ExportDialog target={asked} onClose={close} />}
      {asking?.kind === 'urgent' && <UrgentDialog target={asked} onClose={close} />}
      {asking?.kind === 'passphrase' && <PassphraseDialog target={asked} onClose={close} />}
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
