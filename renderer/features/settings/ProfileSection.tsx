import { useState } from 'react'
import type { NamesTable } from '#common/domain/names-table'
import type { OrganisationProfile } from '#common/domain/organisation-profile'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'

interface Props {
  readonly table: NamesTable
  readonly mayChange: boolean
  readonly busy: boolean
  readonly onSave: (table: NamesTable) => Promise<boolean>
}

const lines: readonly (keyof OrganisationProfile)[] = [
  'commune',
  'province',
  'office',
  'chair',
  'address',
  'telephone',
  'email',
]

/** What the organisation is called and where it is: templates fill it in. */
export function ProfileSection({ table, mayChange, busy, onSave }: Props) {
  const { t } = useText()
  const [profile, setProfile] = useState(table.profile)
  return (
    <section>
      <h2>{t('names.profile')}</h2>
      <p>{t('names.profileAbout')}</p>
      {lines.map(key => (
        <Field key={key} label={t(`names.profile.${key}` as const)}>
          <TextInput
            value={profile[key]}
            readOnly={!mayChange}
            maxLength={200}
            onChange={event => setProfile({ ...profile, [key]: event.target.value })}
          />
        </Field>
      ))}
      {mayChange && (
        <div>
          <Button look="primary" busy={busy} onClick={() => void onSave({ ...table, profile })}>
            {t('names.save')}
          </Button>
        </div>
      )}
    </section>
  )
}
