import { useState } from 'react'
import type { NamesTable } from '#common/domain/names-table'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'

type Name = NamesTable['names'][number]
const kinds = ['place', 'body', 'person', 'event'] as const

interface Props {
  /** Null makes a new one. */
  readonly name: Name | null
  readonly onClose: () => void
  readonly onSave: (name: Name) => Promise<void>
}

/** One name: how it is written, how it is often miswritten, and the days it holds. */
export function NameDialog({ name, onClose, onSave }: Props) {
  const { t } = useText()
  const [kind, setKind] = useState<Name['kind']>(name?.kind ?? 'body')
  const [text, setText] = useState({
    name: name?.name ?? '',
    variants: name?.variants.join('; ') ?? '',
    office: name?.office ?? '',
    validFrom: name?.validFrom ?? '',
    validTo: name?.validTo ?? '',
    successor: name?.successor ?? '',
  })
  const [wrong, setWrong] = useState({ validFrom: false, validTo: false })
  const date = (key: 'validFrom' | 'validTo') => (
    <DateField
      value={text[key]}
      onWrong={isWrong => setWrong({ ...wrong, [key]: isWrong })}
      onChange={day => setText({ ...text, [key]: day })}
    />
  )
  const input = (key: keyof typeof text) => (
    <TextInput
      value={text[key]}
      maxLength={200}
      onChange={event => setText({ ...text, [key]: event.target.value })}
    />
  )
  const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim())
  const datesWrong = text.validFrom !== '' && text.validTo !== '' && text.validTo < text.validFrom
  const ready = text.name.trim() !== '' && !datesWrong && !wrong.validFrom && !wrong.validTo
  const save = (): void => {
    if (!ready) return
    void onSave({
      kind,
      name: text.name.trim(),
      variants: text.variants
        .split(';')
        .map(one => one.trim())
        .filter(one => one !== ''),
      office: orNull(text.office),
      validFrom: orNull(text.validFrom),
      validTo: orNull(text.validTo),
      successor: orNull(text.successor),
    })
  }
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title={t('names.list')}
      onSubmit={save}
      footer={
        <Button look="primary" type="submit" disabled={!ready}>
          {t('names.save')}
        </Button>
      }
    >
      <Field label={t('names.kind')}>
        <Select<Name['kind']>
          value={kind}
          options={kinds.map(value => ({ value, label: t(`names.kind.${value}`) }))}
          onChange={setKind}
        />
      </Field>
      <Field label={t('names.name')} required>
        {input('name')}
      </Field>
      <Field label={t('names.variants')} hint={t('names.variantsHint')}>
        {input('variants')}
      </Field>
      {kind === 'person' && <Field label={t('names.office')}>{input('office')}</Field>}
      <div className="machine-choices">
        <Field label={t('names.from')} error={wrong.validFrom ? t('editor.field.wrong.date') : null}>
          {date('validFrom')}
        </Field>
        <Field
          label={t('names.to')}
          error={datesWrong ? t('names.datesWrong') : wrong.validTo ? t('editor.field.wrong.date') : null}
        >
          {date('validTo')}
        </Field>
      </div>
      {(kind === 'place' || kind === 'body') && (
        <Field label={t('names.successor')}>{input('successor')}</Field>
      )}
    </Dialog>
  )
}
