import { type FormEvent, useState } from 'react'
import type { SessionView } from '#common/api/views'
import { useCommand } from '#renderer/api/queries.ts'
import { useAdoptSession } from '#renderer/api/session.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'
import { RecoverScreen } from './RecoverScreen.tsx'
import { SessionPage } from './SessionPage.tsx'

/** A real workspace: sign-in name and passphrase. */
export function SignInScreen({ workspace }: { readonly workspace: SessionView['workspace'] }) {
  const { t } = useText()
  const signIn = useCommand('session.signIn', { report: false })
  const adopt = useAdoptSession()
  const [signInName, setSignInName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [forgotten, setForgotten] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await signIn.run({ signInName: signInName.trim().toLowerCase(), passphrase })
    if (answer.ok) adopt(answer.value)
    else setError(problemText(t, answer.problem))
  }

  if (forgotten) return <RecoverScreen onBack={() => setForgotten(false)} />
  return (
    <SessionPage title={workspace.name} lead={t('session.signInLead')}>
      <form className="session-form" onSubmit={event => void submit(event)}>
        <Field label={t('session.signInName')} required>
          <TextInput
            autoFocus
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={signInName}
            onChange={event => setSignInName(event.target.value)}
          />
        </Field>
        <Field label={t('session.passphrase')} error={error} required>
          <PassphraseInput value={passphrase} onChange={setPassphrase} autoComplete="current-password" />
        </Field>
        <div className="session-actions">
          <Button type="submit" look="primary" busy={signIn.busy}>
            {t('session.signIn')}
          </Button>
          <Button look="quiet" onClick={() => setForgotten(true)}>
            {t('session.forgotten')}
          </Button>
        </div>
      </form>
    </SessionPage>
  )
}
