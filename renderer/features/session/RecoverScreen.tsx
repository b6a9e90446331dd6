import { type FormEvent, useState } from 'react'
import { useCommand } from '#renderer/api/queries.ts'
import { useAdoptSession } from '#renderer/api/session.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { SessionPage } from './SessionPage.tsx'

/** "Quên mật khẩu": the printed recovery code sets a new passphrase for an administrator. */
export function RecoverScreen({ onBack }: { readonly onBack: () => void }) {
  const { t } = useText()
  const recover = useCommand('session.recover', { report: false })
  const adopt = useAdoptSession()
  const [signInName, setSignInName] = useState('')
  const [recoveryCode, setRecoveryCode] = useState('')
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (passphrase === null) return
    const answer = await recover.run({
      signInName: signInName.trim().toLowerCase(),
      recoveryCode,
      passphrase,
    })
    if (answer.ok) adopt(answer.value)
    else setError(problemText(t, answer.problem))
  }

  return (
    <SessionPage title={t('session.forgotten')} lead={t('session.forgottenLead')}>
      <form className="session-form" onSubmit={event => void submit(event)}>
        <Field label={t('session.signInName')} required>
          <TextInput
            autoFocus
            required
            autoCapitalize="none"
            spellCheck={false}
            value={signInName}
            onChange={event => setSignInName(event.target.value)}
          />
        </Field>
        <Field label={t('session.recoveryCode')} hint={t('session.recoveryCodeHint')} error={error} required>
          <TextInput
            required
            spellCheck={false}
            maxLength={80}
            value={recoveryCode}
            onChange={event => setRecoveryCode(event.target.value)}
          />
        </Field>
        <NewPassphrase onChange={setPassphrase} />
        <div className="session-actions">
          <Button type="submit" look="primary" busy={recover.busy}>
            {t('session.recover')}
          </Button>
          <Button onClick={onBack}>{t('ui.back')}</Button>
        </div>
      </form>
    </SessionPage>
  )
}
