import './rail.css'
import { useCounters } from '#renderer/api/counters.ts'
import { useSession } from '#renderer/api/session.tsx'
import {
  goArticles,
  goDesk,
  goMedia,
  goPublishing,
  goRecords,
  goReview,
  goSettings,
} from '#renderer/commands/go.ts'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { RailEntry } from './RailEntry.tsx'
import { RoleStrip } from './RoleStrip.tsx'

/** The five places of the newsroom with what waits there, pictures, settings and the person at the foot. */
export function Rail() {
  const { t } = useText()
  const { workspace, may } = useSession()
  const counters = useCounters()
  return (
    <nav className="rail" aria-label={t('frame.navigation')}>
      <div className="rail-masthead">
        <span className="rail-name">Tòa Soạn</span>
        <span className="rail-workspace" title={workspace.name}>
          {workspace.name}
        </span>
      </div>
      <RailEntry
        command={goDesk}
        path={paths.desk}
        count={counters?.returnedToMe}
        countPath={paths.deskCounter('returnedToMe')}
        countLabel={t('counters.returnedToMe')}
        urgent
      />
      <RailEntry command={goArticles} path={paths.articles} count={counters?.all} />
      <RailEntry command={goReview} path={paths.reviewQueue} count={counters?.waitingForMyReview} />
      <RailEntry command={goPublishing} path={paths.publishing} count={counters?.waitingToPush} />
      {may('audit.read') && <RailEntry command={goRecords} path={paths.records} />}
      <div className="rail-gap" />
      <RailEntry command={goMedia} path={paths.media} />
      <RailEntry command={goSettings} path={paths.settings} />
      <RoleStrip />
      <AccountMenu />
    </nav>
  )
}
