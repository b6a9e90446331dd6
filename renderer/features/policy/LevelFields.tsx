import { Plus, Trash2 } from 'lucide-react'
import type { Person } from '#common/api/views'
import type { ReviewLevel } from '#common/domain/review-policy'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Choices } from './Choices.tsx'

interface Props {
  readonly levels: readonly ReviewLevel[]
  /** People who may sign at all. */
  readonly people: readonly Person[]
  readonly disabled: boolean
  readonly onChange: (levels: ReviewLevel[]) => void
}

const mostLevels = 6

/** The levels in the order in which they sign. */
export function LevelFields({ levels, people, disabled, onChange }: Props) {
  const { t } = useText()
  const change = (at: number, level: ReviewLevel) => onChange(levels.toSpliced(at, 1, level))
  return (
    <div className="policy-levels">
      {levels.map((level, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place in the order
        <div className="policy-level" key={at}>
          <Field label={`${t('policy.level', { number: at + 1 })}: ${t('policy.levelName')}`}>
            <TextInput
              disabled={disabled}
              maxLength={80}
              value={level.name}
              onChange={event => change(at, { ...level, name: event.currentTarget.value })}
            />
          </Field>
          <Field label={t('policy.signers')}>
            <Select<SignersKey>
              label={t('policy.signers')}
              disabled={disabled}
              value={keyOf(level)}
              options={[
                { value: 'role:editor', label: t('policy.role.editor') },
                { value: 'role:reviewer', label: t('policy.role.reviewer') },
                { value: 'people', label: t('policy.role.people') },
              ]}
              onChange={key => change(at, { ...level, signers: signersOf(key, people) })}
            />
          </Field>
          {levels.length > 1 && !disabled && (
            <IconButton
              label={t('policy.removeLevel', { name: level.name })}
              icon={<Trash2 size={17} />}
              onClick={() => onChange(levels.toSpliced(at, 1))}
            />
          )}
          {level.signers.kind === 'people' && (
            <Choices
              label={t('policy.people', { name: level.name })}
              disabled={disabled}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={level.signers.accounts}
              onChange={chosen => {
                const accounts = people.map(({ id }) => id).filter(id => chosen.includes(id))
                // A level without anybody would stop every text.
                if (accounts.length > 0) change(at, { ...level, signers: { kind: 'people', accounts } })
              }}
            />
          )}
        </div>
      ))}
      {levels.length < mostLevels && !disabled && (
        <Button
          size="small"
          icon={<Plus size={16} />}
          onClick={() =>
            onChange([...levels, { name: t('policy.newLevel'), signers: { kind: 'role', role: 'reviewer' } }])
          }
        >
          {t('policy.addLevel')}
        </Button>
      )}
    </div>
  )
}

type SignersKey = 'role:editor' | 'role:reviewer' | 'people'

function keyOf({ signers }: ReviewLevel): SignersKey {
  return signers.kind === 'role' ? `role:${signers.role}` : 'people'
}

/** By name it begins with the first of those who may sign. */
function signersOf(key: SignersKey, people: readonly Person[]): ReviewLevel['signers'] {
  const [first] = people
  if (key === 'role:editor') return { kind: 'role', role: 'editor' }
  return key === 'role:reviewer' || first === undefined
    ? { kind: 'role', role: 'reviewer' }
    : { kind: 'people', accounts: [first.id] }
}
