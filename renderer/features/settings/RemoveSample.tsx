import { Trash2 } from 'lucide-react'
import { useLocation } from 'wouter'
import { useCommand } from '#renderer/api/queries.ts'
import { useAdoptSession, useSession } from '#renderer/api/session.tsx'
import { useAsker } from '#renderer/commands/AskerProvider.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** Takes the sample commune away, after one question; an administrator's button. */
export function RemoveSample() {
  const { t } = useText()
  const { may } = useSession()
  const asker = useAsker()
  const remove = useCommand('workspace.removeSample')
  const adopt = useAdoptSession()
  const [, navigate] = useLocation()
  async function run() {
    const sure = await asker.confirm({
      title: t('sample.removeTitle'),
      description: t('sample.removeText'),
      action: t('sample.remove'),
      danger: true,
    })
    if (!sure) return
    const answer = await remove.run({})
    if (!answer.ok) return
    navigate('/')
    adopt(answer.value)
  }
  return (
    <section>
      <h2>{t('sample.title')}</h2>
      <p>{may('account.manage') ? t('sample.text') : t('sample.onlyAdministrator')}</p>
      {may('account.manage') && (
        <div>
          <Button look="danger" icon={<Trash2 size={16} />} busy={remove.busy} onClick={() => void run()}>
            {t('sample.remove')}
          </Button>
        </div>
      )}
    </section>
  )
}
