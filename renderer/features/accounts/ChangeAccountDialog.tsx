import { useState } from 'react'
import type { Person } from '#common/api/views'
import type { Role } from '#common/domain/account'
import { useCommand } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { RolesField } from './RolesField.tsx'

interface Props {
  readonly person: Person
  readonly onClose: () => void
}

/** Name, roles, and whether the account may sign in. */
export function ChangeAccountDialog({ person, onClose }: Props) {
  const { t } = useText()
  const change = useCommand('accounts.change', { report: false })
  const [name, setName] = useState(person.name)
  const [roles, setRoles] = useState<Role[]>([...person.roles])
  const [active, setActive] = useState(person.active)
  const [refusal, setRefusal] = useState<string | null>(null)
  async function submit() {
    if (roles.length === 0) return
    const answer = await change.run({ account: person.id, name, roles, active })
    if (answer.ok) {
      say(t('accounts.changed', { name: answer.value.account.name }))
      onClose()
    } else setRefusal(problemText(t, answer.problem))
  }
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) onClose()
      }}
      title={person.name}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" busy={change.busy}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Field label={t('accounts.name')} required>
        <TextInput required maxLength={80} value={name} onChange={event => setName(event.target.value)} />
      </Field>
      <RolesField
        value={roles}
        onChange={setRoles}
        error={roles.length === 0 ? t('accounts.rolesMissing') : null}
      />
      <Switch checked={active} onChange={setActive}>
        {t('accounts.maySignIn')}
      </Switch>
      {refusal !== null && <Band tone="trouble">{refusal}</Band>}
    </Dialog>
  )
}
