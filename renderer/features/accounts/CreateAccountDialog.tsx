import { useState } from 'react'
import type { Role } from '#common/domain/account'
import { suggestSignInName } from '#common/vietnamese/sign-in-name'
import { useCommand } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { RolesField } from './RolesField.tsx'

/** A new account; its first passphrase is told to the person, who signs in with it. */
export function CreateAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const create = useCommand('accounts.create', { report: false })
  const [name, setName] = useState('')
  const [chosenSignInName, setSignInName] = useState<string | null>(null)
  const [roles, setRoles] = useState<Role[]>(['writer'])
  const [passphrase, setPassphrase] = useState('')
  const { navigate } = useCommandContext()
  const [refusal, setRefusal] = useState<string | null>(null)
  const signInName = chosenSignInName ?? suggestSignInName(name)
  async function submit() {
    if (roles.length === 0) return
    const answer = await create.run({ name, signInName, roles, passphrase })
    if (answer.ok) {
      say(t('accounts.keyWaits', { name: answer.value.account.name }), {
        label: t('accounts.confirmKey'),
        run: () => navigate(paths.approvalFiles),
      })
      onClose()
    } else setRefusal(problemText(t, answer.problem))
  }
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) onClose()
      }}
      title={t('accounts.create')}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" busy={create.busy}>
            {t('accounts.createAction')}
          </Button>
        </>
      }
    >
      <Field label={t('accounts.name')} required>
        <TextInput
          autoFocus
          required
          maxLength={80}
          value={name}
          onChange={event => setName(event.target.value)}
        />
      </Field>
      <Field label={t('accounts.signInName')} hint={t('accounts.signInNameHint')} required>
        <TextInput
          required
          pattern="[a-z0-9.\-]{2,40}"
          autoCapitalize="none"
          spellCheck={false}
          value={signInName}
          onChange={event => setSignInName(event.target.value)}
        />
      </Field>
      <Field label={t('accounts.passphrase')} hint={t('accounts.passphraseHint')} required>
        <PassphraseInput value={passphrase} onChange={setPassphrase} autoComplete="new-password" />
      </Field>
      <RolesField
        value={roles}
        onChange={setRoles}
        error={roles.length === 0 ? t('accounts.rolesMissing') : null}
      />
      {refusal !== null && <Band tone="trouble">{refusal}</Band>}
    </Dialog>
  )
}
