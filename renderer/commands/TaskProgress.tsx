import './task-progress.css'
import { Square } from 'lucide-react'
import type { SafekeepingTask } from '#common/api/safekeeping'
import { useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'

/** How far the one heavy task is, and the button that stops it. */
export function TaskProgress({ task }: { readonly task: SafekeepingTask }) {
  const { t, number } = useText()
  const cancel = useCommand('safekeeping.cancel')
  const phase = t(`safekeeping.phase.${task.phase}`)
  const count = task.total === 0 ? number(task.done) : `${number(task.done)}/${number(task.total)}`
  const label = task.done === 0 ? phase : `${phase} ${count}`
  return (
    <div className="task-progress" role="status">
      <strong>{t(`safekeeping.doing.${task.kind}`)}</strong>
      <Progress value={task.done} max={Math.max(1, task.total)} label={label} />
      {task.kind !== 'verify' && (
        <Button
          size="small"
          icon={<Square size={14} />}
          busy={cancel.busy}
          onClick={() => void cancel.run({})}
        >
          {t('safekeeping.stop')}
        </Button>
      )}
    </div>
  )
}
