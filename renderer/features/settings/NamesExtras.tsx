import { useState } from 'react'
import type { NamesTable } from '#common/domain/names-table'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field, TextArea } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'

interface Props {
  readonly table: NamesTable
  readonly mayChange: boolean
  readonly busy: boolean
  readonly onSave: (table: NamesTable) => Promise<boolean>
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** Public contacts, abbreviations and the style of tones; each a list of lines. */
export function NamesExtras({ table, mayChange, busy, onSave }: Props) {
  const { t } = useText()
  const [contacts, setContacts] = useState(table.officialContacts.join('\n'))
  const [short, setShort] = useState(table.abbreviations.map(one => `${one.short} = ${one.full}`).join('\n'))
  const [toneStyle, setToneStyle] = useState(table.toneStyle)
  const wrong = linesOf(short).find(line => !/^\S{2,20}\s*=\s*\S/u.test(line))
  const save = (): void => {
    const abbreviations = linesOf(short).map(line => {
      const [left = '', ...right] = line.split('=')
      const known = table.abbreviations.find(one => one.short === left.trim())
      return { short: left.trim(), full: right.join('=').trim(), familiar: known?.familiar ?? false }
    })
    void onSave({ ...table, officialContacts: [...linesOf(contacts)], abbreviations, toneStyle })
  }
  return (
    <section>
      <Field label={t('names.contacts')} hint={t('names.contactsHint')}>
        <TextArea
          rows={6}
          value={contacts}
          readOnly={!mayChange}
          onChange={event => setContacts(event.target.value)}
        />
      </Field>
      <Field
        label={t('names.abbreviations')}
        hint={t('names.abbreviationsHint')}
        error={wrong === undefined ? null : t('names.lineWrong', { line: wrong })}
      >
        <TextArea value={short} readOnly={!mayChange} onChange={event => setShort(event.target.value)} />
      </Field>
      <Field label={t('names.style')}>
        <Select<NamesTable['toneStyle']>
          value={toneStyle}
          disabled={!mayChange}
          options={[
            { value: 'old', label: t('names.style.old') },
            { value: 'new', label: t('names.style.new') },
          ]}
          onChange={setToneStyle}
        />
      </Field>
      {mayChange && (
        <div>
          <Button look="primary" busy={busy} disabled={wrong !== undefined} onClick={save}>
            {t('names.save')}
          </Button>
        </div>
      )}
    </section>
  )
}
