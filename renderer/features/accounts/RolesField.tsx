import { type Role, roles } from '#common/domain/account'
import { useText } from '#renderer/text/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'

interface Props {
  readonly value: readonly Role[]
  readonly onChange: (roles: Role[]) => void
  readonly error?: string | null
}

/** Any combination of roles, each with what it may do. */
export function RolesField({ value, onChange, error = null }: Props) {
  const { t } = useText()
  return (
    <fieldset className="roles-field">
      <legend className="field-label">{t('accounts.roles')}</legend>
      {roles.map(role => (
        <Checkbox
          key={role}
          checked={value.includes(role)}
          onChange={checked => onChange(roles.filter(one => (one === role ? checked : value.includes(one))))}
        >
          {t(`roles.${role}`)}
          <span className="role-hint">{t(`roles.hint.${role}`)}</span>
        </Checkbox>
      ))}
      {error !== null && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
