import './safekeeping.css'
import { useAsk } from '#renderer/api/queries.ts'
import { TaskProgress } from '#renderer/commands/TaskProgress.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { BackupSection } from './BackupSection.tsx'
import { ExportSection } from './ExportSection.tsx'
import { RestoreSection } from './RestoreSection.tsx'
import { StoreState } from './StoreState.tsx'
import { VerifySection } from './VerifySection.tsx'

/** "Cài đặt → Kho dữ liệu": how the workspace is, its backups, its verification, and the way out of it. */
export function StoreSettings() {
  const { t } = useText()
  const { value, problem, again } = useAsk('safekeeping.read', {})
  if (problem !== null) return <ProblemBand problem={problem} again={again} />
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return (
    <div className="store-settings">
      {value.task !== null && <TaskProgress task={value.task} />}
      <StoreState view={value} />
      <BackupSection view={value} />
      <RestoreSection view={value} />
      <VerifySection view={value} />
      <ExportSection view={value} />
    </div>
  )
}
