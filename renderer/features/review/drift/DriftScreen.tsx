import './drift.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ArticleId, PortalId } from '#common/domain/ids'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { ComparisonView } from '#renderer/comparison/ComparisonView.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { say } from '#renderer/ui/toasts.ts'

interface Props {
  readonly portal: PortalId
  readonly article: ArticleId
}

/** Somebody edited an article on the portal: what they changed, and the three ways out of it. */
export function DriftScreen({ portal, article }: Props) {
  const { t } = useText()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const { value, problem, again } = useAsk('publishing.drift', { article, portal })
  const take = useCommand('publishing.takeTheirs', { report: false })
  const push = useCommand('publishing.pushOurs', { report: false })
  const leave = useCommand('publishing.leaveTheirs', { report: false })
  const [error, setError] = useState<string | null>(null)
  async function act(command: typeof take | typeof push | typeof leave, said: string, to: string) {
    if (value === undefined) return
    const answer = await command.run({ article, portal, seen: value.seen })
    if (!answer.ok) {
      setError(problemText(t, answer.problem))
      again()
      return
    }
    say(said)
    navigate(to)
  }
  if (problem !== null) {
    return <ProblemBand problem={problem} again={again} />
  }
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  const publishes = may('article.publish')
  return (
    <Screen title={t('drift.title', { headline: value.headline })}>
      <div className="drift">
        <p className="quiet">
          {t('drift.text', { portal: value.portalName })}{' '}
          {value.url?.startsWith('http') === true && (
            <a href={value.url} target="_blank" rel="noopener noreferrer">
              {t('drift.openPage')}
            </a>
          )}
        </p>
        <div className="drift-actions">
          {publishes && (
            <Button
              look="primary"
              busy={push.busy}
              onClick={() => void act(push, t('drift.pushDone'), paths.publishing)}
            >
              {t('drift.push')}
            </Button>
          )}
          <Button busy={take.busy} onClick={() => void act(take, t('drift.takeDone'), paths.edit(article))}>
            {t('drift.take')}
          </Button>
          {publishes && (
            <Button
              look="quiet"
              busy={leave.busy}
              onClick={() => void act(leave, t('drift.leaveDone'), paths.publishing)}
            >
              {t('drift.leave')}
            </Button>
          )}
        </div>
        {error !== null && <Band tone="trouble">{error}</Band>}
        {value.lostPictures > 0 && <Band tone="amber">{t('drift.lost', { count: value.lostPictures })}</Band>}
        {value.comparison.blocks.every(({ change }) => change === 'same') ? (
          <Band tone="good">{t('drift.same')}</Band>
        ) : (
          <ComparisonView comparison={value.comparison} layout="columns" />
        )}
      </div>
    </Screen>
  )
}
