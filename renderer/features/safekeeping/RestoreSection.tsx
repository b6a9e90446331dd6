import { ArchiveRestore, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { BackupView, SafekeepingView } from '#common/api/safekeeping'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { FolderDialog } from '#renderer/commands/FolderDialog.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { BackupTable } from './BackupTable.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

/** Lists the backups of a folder and takes one out into a folder of its own. */
export function RestoreSection({ view }: { readonly view: SafekeepingView }) {
  const { t } = useText()
  const { may } = useSession()
  const [shown, setShown] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const folder = chosen ?? view.backup.folder
  const [restoring, setRestoring] = useState<BackupView | null>(null)
  const { value, problem } = useAsk('backups.list', { folder }, { enabled: shown && folder !== null })
  const manages = may('account.manage')
  const found = value?.backups ?? []

  return (
    <section aria-label={t('restore.title')}>
      <h2>{t('restore.title')}</h2>
      <p>{t('restore.text')}</p>
      <div className="store-actions">
        {folder !== null && !shown && (
          <Button icon={<ArchiveRestore size={16} />} onClick={() => setShown(true)}>
            {t('restore.show')}
          </Button>
        )}
        <Button icon={<FolderOpen size={16} />} onClick={() => setChoosing(true)}>
          {t('restore.from')}
        </Button>
      </div>
      {shown && folder !== null && (
        <p className="store-note">
          {t('restore.in')} <code>{folder}</code>
        </p>
      )}
      {shown && problem !== null && <Band tone="amber">{problemText(t, problem)}</Band>}
      {shown && value !== undefined && found.length === 0 && <Band tone="info">{t('restore.none')}</Band>}
      {shown && found.length > 0 && (
        <BackupTable
          backups={found}
          onRestore={manages ? setRestoring : null}
          disabled={view.task !== null}
        />
      )}
      {choosing && (
        <FolderDialog
          title={t('restore.chooseTitle')}
          text={t('restore.chooseText')}
          action={t('restore.chooseAction')}
          onClose={() => setChoosing(false)}
          onChoose={async path => {
            setChosen(path)
            setShown(true)
            return true
          }}
        />
      )}
      {restoring !== null && folder !== null && (
        <RestoreDialog backup={restoring} folder={folder} onClose={() => setRestoring(null)} />
      )}
    </section>
  )
}
