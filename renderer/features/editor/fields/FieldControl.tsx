import { useState } from 'react'
import type { Field as FieldDefinition, FieldValue } from '#common/domain/field'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Select, type SelectOption } from '#renderer/ui/Select.tsx'
import { CommittedText } from './CommittedText.tsx'
import { textOfValue, valueOfText } from './field-text.ts'

interface Props {
  readonly field: FieldDefinition
  readonly value: unknown
  readonly disabled: boolean
  readonly onChange: (value: FieldValue) => void
  /** Choices that come from elsewhere (categories of the portal) instead of from the definition. */
  readonly options?: readonly SelectOption<string>[]
  readonly hint?: string
}

const nothing = ''

/** One field by its type: a new kind of article needs nothing here. */
export function FieldControl({ field, value, disabled, onChange, options, hint }: Props) {
  const { t, name } = useText()
  const [wrong, setWrong] = useState<TextKey | null>(null)
  const choices = options ?? choicesOf(field, name)
  return (
    <div id={fieldId(field.key)} className="field-place" tabIndex={-1}>
      <Field
        label={name(field.label)}
        required={field.required}
        error={wrong === null ? null : t(wrong)}
        hint={hint ?? hintOf(field)}
      >
        {field.type === 'date' || field.type === 'instant' ? (
          <DateField
            value={typeof value === 'string' ? value : nothing}
            withTime={field.type === 'instant'}
            disabled={disabled}
            onWrong={isWrong =>
              setWrong(isWrong ? `editor.field.wrong.${field.type as 'date' | 'instant'}` : null)
            }
            onChange={chosen => onChange(chosen === nothing ? null : chosen)}
          />
        ) : choices === null ? (
          <CommittedText
            value={textOfValue(field, value)}
            disabled={disabled}
            multiline={field.type === 'long-text'}
            maxLength={2_000}
            onCommit={text => {
              const read = valueOfText(field, text)
              setWrong(read.ok ? null : read.problem)
              if (read.ok) onChange(read.value)
              return read.ok
            }}
          />
        ) : (
          <Select
            value={typeof value === 'string' ? value : nothing}
            options={[{ value: nothing, label: t('editor.field.none') }, ...withCurrent(choices, value)]}
            disabled={disabled}
            onChange={chosen => onChange(chosen === nothing ? null : chosen)}
          />
        )}
      </Field>
    </div>
  )

  function hintOf({ type }: FieldDefinition): string | undefined {
    return type === 'list' ? t('editor.field.listHint') : undefined
  }
}

/** Where a check that names a field jumps to. */
export function fieldId(key: string): string {
  return `field-${key}`
}

function choicesOf(
  field: FieldDefinition,
  name: ReturnType<typeof useText>['name'],
): SelectOption<string>[] | null {
  if (field.type !== 'choice') return null
  return Object.entries(field.choices ?? {}).map(([value, label]) => ({ value, label: name(label) }))
}

/** A value the list no longer has is still shown. */
function withCurrent(
  choices: readonly SelectOption<string>[],
  value: unknown,
): readonly SelectOption<string>[] {
  if (typeof value !== 'string' || choices.some(choice => choice.value === value)) return choices
  return [...choices, { value, label: value }]
}
