import './accounts.css'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '#common/api/views'
import { comparePeople } from '#common/vietnamese/compare'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useRolesText } from '#renderer/text/use-roles-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Badge } from '#renderer/ui/Chip.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { Table, TableRow } from '#renderer/ui/Table.tsx'
import { ChangeAccountDialog } from './ChangeAccountDialog.tsx'
import { CreateAccountDialog } from './CreateAccountDialog.tsx'

type Shown = { readonly kind: 'create' } | { readonly kind: 'change'; readonly person: Person } | null

/** "Cài đặt → Tài khoản": who works here, in which roles. */
export function AccountSettings() {
  const { t } = useText()
  const { may } = useSession()
  const { value, problem, again } = useAsk('accounts.list', {})
  const [shown, setShown] = useState<Shown>(null)
  const manages = may('account.manage')
  if (problem !== null) {
    return <ProblemBand problem={problem} again={again} />
  }
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return (
    <div className="account-settings">
      <Band tone="info">{manages ? t('accounts.rule') : t('accounts.onlyAdministrator')}</Band>
      <Table label={t('settings.accounts')}>
        <thead>
          <tr>
            <th>{t('accounts.name')}</th>
            <th>{t('accounts.signInName')}</th>
            <th>{t('accounts.roles')}</th>
            <th className="account-status">{t('accounts.status')}</th>
            <th className="account-change">
              <span className="visually-hidden">{t('articles.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {value.accounts
            .toSorted((a, b) => comparePeople(a.name, b.name))
            .map(person => (
              <AccountRow
                key={person.id}
                person={person}
                onChange={manages ? () => setShown({ kind: 'change', person }) : null}
              />
            ))}
        </tbody>
      </Table>
      {manages && (
        <div>
          <Button look="primary" icon={<UserPlus size={16} />} onClick={() => setShown({ kind: 'create' })}>
            {t('accounts.create')}
          </Button>
        </div>
      )}
      {shown?.kind === 'create' && <CreateAccountDialog onClose={() => setShown(null)} />}
      {shown?.kind === 'change' && (
        <ChangeAccountDialog person={shown.person} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

interface RowProps {
  readonly person: Person
  readonly onChange: (() => void) | null
}

function AccountRow({ person, onChange }: RowProps) {
  const { t } = useText()
  const rolesText = useRolesText()
  return (
    <TableRow>
      <td>
        <span className="account-person">
          <Avatar name={person.name} size="small" />
          {person.name}
        </span>
      </td>
      <td className="quiet">{person.signInName}</td>
      <td className="quiet" title={rolesText(person.roles)}>
        {rolesText(person.roles)}
      </td>
      <td>
        {person.active ? (
          <Badge tone={person.demo ? 'neutral' : 'good'}>
            {t(person.demo ? 'accounts.demo' : 'accounts.active')}
          </Badge>
        ) : (
          <Badge tone="faint">{t('accounts.inactive')}</Badge>
        )}
      </td>
      <td className="account-change">
        {onChange !== null && (
          <Button
            size="small"
            onClick={onChange}
            aria-label={t('accounts.changeName', { name: person.name })}
          >
            {t('accounts.change')}
          </Button>
        )}
      </td>
    </TableRow>
  )
}
