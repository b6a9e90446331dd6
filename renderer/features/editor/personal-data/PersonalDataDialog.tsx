import './personal-data.css'
import { useState } from 'react'
import type { PersonalDataDecision, PersonalDataFinding } from '#common/domain/personal-data'
import { basesOn, type LegalBasis } from '#common/vietnamese/personal-data/legal-bases'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'

/** What is to be done with one piece: masked in the text, or kept on a ground. */
export interface Settled {
  readonly masked: readonly PersonalDataFinding[]
  readonly kept: readonly PersonalDataDecision[]
}

interface Props {
  /** Those that nothing was decided about yet. */
  readonly findings: readonly PersonalDataFinding[]
  readonly today: string
  /** Null when the person leaves the dialog: nothing is submitted. */
  readonly onSettled: (settled: Settled | null) => void
}

interface Choice {
  readonly what: 'mask' | LegalBasis
  readonly note: string
}

/** Before a submission: each piece of personal data is masked, or kept with its ground on record. */
export function PersonalDataDialog({ findings, today, onSettled }: Props) {
  const { t } = useText()
  const bases = basesOn(today)
  const [choices, setChoices] = useState<readonly Choice[]>(() =>
    findings.map(() => ({ what: 'mask', note: '' })),
  )
  const [tried, setTried] = useState(false)
  const lacksNote = ({ what, note }: Choice) =>
    note.trim() === '' && bases.some(({ id, needsNote }) => id === what && needsNote)
  const change = (index: number, next: Partial<Choice>) =>
    setChoices(choices.map((choice, at) => (at === index ? { ...choice, ...next } : choice)))
  const submit = () => {
    setTried(true)
    if (!choices.some(lacksNote)) onSettled(settle(findings, choices))
  }
  return (
    <Dialog
      open
      size="large"
      onOpenChange={() => onSettled(null)}
      title={t('personalData.title')}
      description={t('personalData.text', { count: findings.length })}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={() => setChoices(findings.map(() => ({ what: 'mask', note: '' })))}>
            {t('personalData.maskAll')}
          </Button>
          <Button type="submit" look="primary">
            {t('personalData.submit')}
          </Button>
        </>
      }
    >
      <ul className="personal-data">
        {findings.map((finding, index) => (
          <Piece
            key={`${finding.kind}.${finding.from}`}
            finding={finding}
            choice={choices[index] ?? { what: 'mask', note: '' }}
            bases={bases}
            lacksNote={tried && lacksNote(choices[index] ?? { what: 'mask', note: '' })}
            onChange={next => change(index, next)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

interface PieceProps {
  readonly finding: PersonalDataFinding
  readonly choice: Choice
  readonly bases: ReturnType<typeof basesOn>
  readonly lacksNote: boolean
  readonly onChange: (next: Partial<Choice>) => void
}

function Piece({ finding, choice, bases, lacksNote, onChange }: PieceProps) {
  const { t } = useText()
  const basis = bases.find(({ id }) => id === choice.what)
  return (
    <li>
      <p className="personal-data-words">
        <strong>{t(`personalData.kinds.${finding.kind}`)}</strong>
        <span>
          {finding.before}
          <mark>{finding.text}</mark>
          {finding.after}
        </span>
      </p>
      <Select
        label={t('personalData.choice')}
        value={choice.what}
        onChange={what => onChange({ what })}
        options={[
          { value: 'mask', label: t('personalData.mask', { masked: finding.masked }) },
          ...bases.map(({ id }) => ({ value: id, label: t(`personalData.bases.${id}`) })),
        ]}
      />
      {basis !== undefined && (
        <div className="personal-data-basis">
          {basis.source !== '' && <p>{t('personalData.source', { source: basis.source })}</p>}
          {basis.needsNote && (
            <Field label={t('personalData.note')} error={lacksNote ? t('personalData.noteNeeded') : null}>
              <TextInput
                value={choice.note}
                maxLength={500}
                onChange={event => onChange({ note: event.target.value })}
              />
            </Field>
          )}
        </div>
      )}
    </li>
  )
}

function settle(findings: readonly PersonalDataFinding[], choices: readonly Choice[]): Settled {
  const masked: PersonalDataFinding[] = []
  const kept: PersonalDataDecision[] = []
  for (const [index, finding] of findings.entries()) {
    const { what, note } = choices[index] ?? { what: 'mask', note: '' }
    if (what === 'mask') masked.push(finding)
    else kept.push({ kind: finding.kind, text: finding.text, basis: what, note: note.trim() })
  }
  return { masked, kept }
}
