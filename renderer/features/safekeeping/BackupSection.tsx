import { FolderOpen, HardDriveDownload } from 'lucide-react'
import { useState } from 'react'
import type { SafekeepingView } from '#common/api/safekeeping'
import { useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { FolderDialog } from '#renderer/commands/FolderDialog.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { useMoment } from '#renderer/ui/use-moment.ts'
import { BackupSentence } from './BackupSentence.tsx'

/** Where backups go, when the last one was made, and the button for one more. */
export function BackupSection({ view }: { readonly view: SafekeepingView }) {
  const { t } = useText()
  const { may } = useSession()
  const moment = useMoment()
  const configure = useCommand('backups.configure')
  const make = useCommand('backups.make')
  const [choosing, setChoosing] = useState(false)
  const { folder, daily, failed, overdue } = view.backup
  const manages = may('account.manage')
  const canWrite = view.readOnly === null

  async function makeNow() {
    const answer = await make.run({})
    if (answer.ok) say(t('backup.made', { count: answer.value.articles }))
  }

  return (
    <section aria-label={t('backup.title')}>
      <h2>{t('backup.title')}</h2>
      <p>{t('backup.text')}</p>
      <BackupSentence backup={view.backup} />
      {failed !== null && (
        <Band tone="amber" title={t('backup.failed', { at: moment(failed.at) })}>
          {problemText(t, failed.problem)}
        </Band>
      )}
      {failed === null && overdue && <Band tone="amber">{t('backup.overdue')}</Band>}
      <dl className="store-facts">
        <dt>{t('backup.folder')}</dt>
        <dd>{folder === null ? t('backup.noFolder') : <code>{folder}</code>}</dd>
      </dl>
      {!manages && <p className="store-note">{t('backup.onlyAdministrator')}</p>}
      {manages && (
        <>
          <Switch
            checked={daily && folder !== null}
            disabled={folder === null || !canWrite}
            onChange={next => void configure.run({ folder, daily: next })}
          >
            {t('backup.daily')}
          </Switch>
          <div className="store-actions">
            <Button
              icon={<FolderOpen size={16} />}
              disabled={!canWrite}
              busy={configure.busy}
              onClick={() => setChoosing(true)}
            >
              {t(folder === null ? 'backup.choose' : 'backup.chooseOther')}
            </Button>
            {folder !== null && (
              <Button
                look="primary"
                icon={<HardDriveDownload size={16} />}
                disabled={view.task !== null}
                busy={make.busy}
                onClick={() => void makeNow()}
              >
                {t('backup.now')}
              </Button>
            )}
          </div>
        </>
      )}
      {choosing && (
        <FolderDialog
          title={t('backup.chooseTitle')}
          text={t('backup.chooseText')}
          action={t('backup.chooseAction')}
          onClose={() => setChoosing(false)}
          onChoose={async path => (await configure.run({ folder: path, daily: folder === null || daily })).ok}
        />
      )}
    </section>
  )
}
