import { type FormEvent, type ReactNode, useState } from 'react'
import { suggestSignInName } from '#common/vietnamese/sign-in-name'
import { useCommand } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { SessionPage } from './SessionPage.tsx'

interface Props {
  /** Gets the recovery file, which is shown once and never again. */
  readonly onSetUp: (recoveryFile: string) => void
  /** The other way to begin. */
  readonly offer: ReactNode
}

/** An empty workspace: who it belongs to, and its first administrator. */
export function SetUpScreen({ onSetUp, offer }: Props) {
  const { t } = useText()
  const setUp = useCommand('workspace.setUp', { report: false })
  const [organisation, setOrganisation] = useState('')
  const [name, setName] = useState('')
  const [chosenSignInName, setSignInName] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const signInName = chosenSignInName ?? suggestSignInName(name)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (passphrase === null) return
    const answer = await setUp.run({ organisation, administrator: { name, signInName }, passphrase })
    if (answer.ok) onSetUp(answer.value.recoveryFile)
    else setRefusal(problemText(t, answer.problem))
  }

  return (
    <SessionPage title={t('session.setUp')} lead={t('session.setUpLead')}>
      <form className="session-form" onSubmit={event => void submit(event)}>
        <Field label={t('session.organisation')} hint={t('session.organisationHint')} required>
          <TextInput
            autoFocus
            required
            value={organisation}
            onChange={event => setOrganisation(event.target.value)}
          />
        </Field>
        <Field label={t('session.administratorName')} required>
          <TextInput
            required
            autoComplete="name"
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </Field>
        <Field label={t('session.signInName')} hint={t('accounts.signInNameHint')} required>
          <TextInput
            required
            pattern="[a-z0-9.\-]{2,40}"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={signInName}
            onChange={event => setSignInName(event.target.value)}
          />
        </Field>
        <NewPassphrase onChange={setPassphrase} />
        {refusal !== null && <Band tone="trouble">{refusal}</Band>}
        <Button type="submit" look="primary" busy={setUp.busy}>
          {t('session.setUpAction')}
        </Button>
      </form>
      {offer}
    </SessionPage>
  )
}
