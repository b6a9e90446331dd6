import { ArchiveRestore, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { BackupView } from '#common/api/safekeeping'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useAdoptSession } from '#renderer/api/session.tsx'
import { FolderDialog } from '#renderer/commands/FolderDialog.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { useMoment } from '#renderer/ui/use-moment.ts'
import { SessionPage } from './SessionPage.tsx'

/** A new machine, or one whose disk broke: the newsroom comes back from a stick, and people sign in as before. */
export function RestoreScreen({ onBack }: { readonly onBack: () => void }) {
  const { t, language } = useText()
  const moment = useMoment()
  const restore = useCommand('workspace.restore', { report: false })
  const adopt = useAdoptSession()
  const [folder, setFolder] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [taking, setTaking] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { value, problem } = useAsk('backups.list', { folder }, { enabled: folder !== null })

  async function take({ name }: BackupView) {
    if (folder === null) return
    setTaking(name)
    setRefusal(null)
    const answer = await restore.run({ folder, backup: name })
    setTaking(null)
    if (answer.ok) adopt(answer.value)
    else setRefusal(problemText(t, answer.problem))
  }

  return (
    <SessionPage title={t('session.restore')} lead={t('session.restoreLead')}>
      <div className="session-actions">
        <Button look="primary" icon={<FolderOpen size={16} />} autoFocus onClick={() => setChoosing(true)}>
          {t('session.restoreChoose')}
        </Button>
        <Button disabled={taking !== null} onClick={onBack}>
          {t('ui.back')}
        </Button>
      </div>
      {folder !== null && (
        <p className="session-folder">
          {t('restore.in')} <code>{folder}</code>
        </p>
      )}
      {problem !== null && <Band tone="amber">{problemText(t, problem)}</Band>}
      {value?.backups.length === 0 && <Band tone="info">{t('restore.none')}</Band>}
      <ul className="session-backups">
        {value?.backups.map(backup => (
          <li key={backup.name}>
            <span>
              <strong>{moment(backup.at)}</strong> {backup.title}
              <span className="session-person-hint">
                {t('session.restoreHolds', {
                  count: backup.articles,
                  size: formatBytes(backup.bytes, language),
                })}
              </span>
            </span>
            <Button
              icon={<ArchiveRestore size={16} />}
              busy={taking === backup.name}
              disabled={taking !== null}
              onClick={() => void take(backup)}
            >
              {t('restore.run')}
            </Button>
          </li>
        ))}
      </ul>
      {taking !== null && <Band tone="info">{t('session.restoring')}</Band>}
      {refusal !== null && <Band tone="trouble">{refusal}</Band>}
      {choosing && (
        <FolderDialog
          title={t('restore.chooseTitle')}
          text={t('restore.chooseText')}
          action={t('restore.chooseAction')}
          onClose={() => setChoosing(false)}
          onChoose={async path => {
            setFolder(path)
            return true
          }}
        />
      )}
    </SessionPage>
  )
}
