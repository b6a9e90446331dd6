import './publishing.css'
import { Globe, Send } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { JobView } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { pushEverything } from '#renderer/commands/portal-commands.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useLineText } from '#renderer/text/use-line-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { ActiveJobs } from './ActiveJobs.tsx'
import { FinishedJobs } from './FinishedJobs.tsx'
import { ReadBackAll } from './ReadBackAll.tsx'
import { ReadyArticles } from './ReadyArticles.tsx'
import { usePushAllLabel } from './use-push-all-label.ts'

/** "Xuất bản": what is ready, what is on its way, and what readers were seen to get. */
export function PublishingScreen() {
  const { t } = useText()
  const lineText = useLineText()
  const pushAllLabel = usePushAllLabel()
  const { may } = useSession()
  const [readyFrom, setReadyFrom] = useState(0)
  const { value: view, problem, again } = useAsk('publishing.read', { readyFrom }, { keepPrevious: true })
  if (problem !== null) {
    return (
      <Screen title={t('frame.publishing')}>
        <ProblemBand problem={problem} again={again} />
      </Screen>
    )
  }
  if (view === undefined) return <ScreenSpinner label={t('ui.loading')} />
  const scheduled = view.active.filter(isScheduled)
  const carried = view.active.filter(isCarried)
  const nothing = view.readyTotals.articles + view.active.length + view.finished.length === 0
  return (
    <Screen
      title={t('frame.publishing')}
      subtitle={
        view.portals.length > 0 && (
          <>
            <Globe size={16} aria-hidden="true" />
            {view.portals.map(portal => portal.name).join(', ')} · {lineText(view.line)}
          </>
        )
      }
      actions={
        may('article.publish') && (
          <>
            {view.portals.length > 0 && <ReadBackAll looking={view.looking} />}
            {view.readyTotals.articles > 0 && (
              <CommandButton command={pushEverything} target={view} look="primary">
                {pushAllLabel(view)}
              </CommandButton>
            )}
          </>
        )
      }
    >
      {view.portals.length === 0 && (
        <Band tone="amber" title={t('publishing.noPortal')} actions={<PortalSettingsLink />}>
          {t('publishing.noPortalText')}
        </Band>
      )}
      {view.line.kind === 'locked' && <Band tone="amber">{t('publishing.lockedText')}</Band>}
      {view.line.kind === 'unauthorised' && (
        <Band tone="amber" actions={<PortalSettingsLink />}>
          {problemText(t, { code: 'portal-refused-credentials', params: {} })}
        </Band>
      )}
      {nothing ? (
        <EmptyState icon={<Send size={24} />} title={t('publishing.empty')}>
          {t('publishing.emptyText')}
        </EmptyState>
      ) : (
        <>
          <ReadyArticles rows={view.ready} totals={view.readyTotals} onPage={setReadyFrom} />
          <ActiveJobs
            title={t('publishing.active')}
            jobs={view.active.filter(job => !isScheduled(job) && !isCarried(job))}
            line={view.line}
            secondsLeft={view.secondsLeft}
          />
          {carried.length > 0 && (
            <ActiveJobs title={t('publishing.carried')} jobs={carried} line={view.line} secondsLeft={null} />
          )}
          {scheduled.length > 0 && (
            <ActiveJobs
              title={t('publishing.scheduledGroup')}
              jobs={scheduled}
              line={view.line}
              secondsLeft={null}
            />
          )}
          <FinishedJobs jobs={view.finished} />
        </>
      )}
    </Screen>
  )
}

/** Waits for nothing but the hour somebody set. */
function isScheduled({ state, scheduledFor, problem, held, byHand }: JobView): boolean {
  return state === 'waiting' && scheduledFor !== null && problem === null && held !== true && !byHand
}

/** Somebody has to take it to a portal that has only forms. */
function isCarried({ state, byHand }: JobView): boolean {
  return byHand && (state === 'waiting' || state === 'unknown')
}

function PortalSettingsLink() {
  const { t } = useText()
  const { may } = useSession()
  if (!may('portal.manage')) return null
  return (
    <Link to={paths.portalSettings} className="button" data-look="plain">
      {t('wayOut.portal')}
    </Link>
  )
}
