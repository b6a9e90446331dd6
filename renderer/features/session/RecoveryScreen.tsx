import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { SessionPage } from './SessionPage.tsx'

interface Props {
  readonly recoveryFile: string
  readonly onDone: () => void
}

/** Shows the recovery file once: print it or save it, say so, go on. */
export function RecoveryScreen({ recoveryFile, onDone }: Props) {
  const { t } = useText()
  const [kept, setKept] = useState(false)
  return (
    <SessionPage title={t('session.recovery')} lead={t('session.recoveryLead')}>
      <pre className="recovery-file">{recoveryFile}</pre>
      <div className="session-actions">
        <Button icon={<Printer size={16} />} onClick={() => window.print()}>
          {t('session.recoveryPrint')}
        </Button>
        <Button
          icon={<Download size={16} />}
          onClick={() => saveText('toa-soan-khoi-phuc.txt', recoveryFile)}
        >
          {t('session.recoverySave')}
        </Button>
      </div>
      <div className="session-confirm session-form">
        <Band tone="amber">{t('session.recoveryWarning')}</Band>
        <Checkbox checked={kept} onChange={setKept}>
          {t('session.recoveryKept')}
        </Checkbox>
        <Button look="primary" disabled={!kept} onClick={onDone}>
          {t('session.recoveryDone')}
        </Button>
      </div>
    </SessionPage>
  )
}

function saveText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
