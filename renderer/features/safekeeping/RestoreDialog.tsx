import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#common/api/contract'
import type { BackupView } from '#common/api/safekeeping'
import { useCommand } from '#renderer/api/queries.ts'
import { useAdoptSession } from '#renderer/api/session.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { useMoment } from '#renderer/ui/use-moment.ts'

interface Props {
  readonly backup: BackupView
  readonly folder: string
  readonly onClose: () => void
}

/** Asks for a new folder, restores, and says how to open what came out and what is in doubt in it. */
export function RestoreDialog({ backup, folder, onClose }: Props) {
  const { t } = useText()
  const moment = useMoment()
  const restore = useCommand('backups.restore', { report: false })
  const opening = useCommand('workspace.open')
  const adopt = useAdoptSession()
  const [, navigate] = useLocation()
  const [to, setTo] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [restored, setRestored] = useState<Output<'backups.restore'> | null>(null)

  async function run() {
    setError(null)
    const answer = await restore.run({ folder, backup: backup.name, to: to.trim() })
    if (answer.ok) setRestored(answer.value)
    else setError(problemText(t, answer.problem))
  }

  async function open(directory: string) {
    const answer = await opening.run({ directory })
    if (!answer.ok) return
    navigate('/')
    adopt(answer.value)
  }

  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title={t('restore.dialogTitle', { at: moment(backup.at) })}
      description={restored === null ? t('restore.dialogText') : undefined}
      {...(restored === null ? { onSubmit: () => void run() } : {})}
      footer={
        restored === null ? (
          <>
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="submit" look="primary" disabled={to.trim() === ''} busy={restore.busy}>
              {t('restore.run')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('ui.close')}</Button>
            <Button look="primary" busy={opening.busy} onClick={() => void open(restored.directory)}>
              {t('restore.openNow')}
            </Button>
          </>
        )
      }
    >
      {restored === null ? (
        <Field label={t('restore.to')} error={error} hint={t('restore.toHint')} required>
          <TextInput value={to} spellCheck={false} onChange={event => setTo(event.target.value)} />
        </Field>
      ) : (
        <>
          <Band tone="good" title={t('restore.done')}>
            <code>{restored.directory}</code>
          </Band>
          <p>{t('restore.howToOpen')}</p>
          <pre className="store-command">npm start -- --workspace "{restored.directory}"</pre>
          <p>{t('restore.doubt', { count: restored.jobsInDoubt })}</p>
        </>
      )}
    </Dialog>
  )
}
