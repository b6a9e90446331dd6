import type { Person } from '#common/api/views'
import { kinds } from '#common/domain/kinds/registry'
import type { ReviewRules } from '#common/domain/review-policy'
import { useAsk } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Choices } from './Choices.tsx'
import { LevelFields } from './LevelFields.tsx'

type Exception = ReviewRules['exceptions'][number]

interface Props {
  readonly exception: Exception
  readonly people: readonly Person[]
  readonly disabled: boolean
  readonly onChange: (exception: Exception) => void
  readonly onRemove: () => void
}

/** Levels of their own for some kinds of article in some categories; nothing ticked means all of them. */
export function ExceptionFields({ exception, people, disabled, onChange, onRemove }: Props) {
  const { t, name } = useText()
  const portals = useAsk('portals.list', {}).value?.portals ?? []
  const known = new Map(portals.flatMap(({ categories }) => categories.map(one => [one.id, one.name])))
  // One that no portal has any more stays visible as long as the rule names it.
  for (const id of exception.categories) if (!known.has(id)) known.set(id, id)
  return (
    <section className="policy-exception">
      <Choices
        label={t('policy.kinds')}
        disabled={disabled}
        options={kinds.map(kind => ({ value: kind.id, label: name(kind.label) }))}
        chosen={exception.kinds}
        onChange={chosen => onChange({ ...exception, kinds: chosen })}
      />
      {known.size > 0 && (
        <Choices
          label={t('policy.categories')}
          disabled={disabled}
          options={[...known].map(([value, label]) => ({ value, label }))}
          chosen={exception.categories}
          onChange={categories => onChange({ ...exception, categories })}
        />
      )}
      <LevelFields
        levels={exception.levels}
        people={people}
        disabled={disabled}
        onChange={levels => onChange({ ...exception, levels })}
      />
      {!disabled && (
        <div>
          <Button size="small" onClick={onRemove}>
            {t('policy.removeException')}
          </Button>
        </div>
      )}
    </section>
  )
}
