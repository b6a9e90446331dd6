import './records.css'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import type { AuditEntry } from '#common/api/views'
import type { AccountId } from '#common/domain/ids'
import { useAsk } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { AuditTable } from './AuditTable.tsx'
import { auditTypes } from './audit-types.ts'
import { ChainHead } from './ChainHead.tsx'
import { useAuditText } from './use-audit-text.ts'

const pageSize = 200
const everybody = 'everybody'
const everything = 'everything'

/** "Sổ sách": the journal of everything that was done, newest first, by whom. */
export function RecordsScreen() {
  const { t } = useText()
  const auditText = useAuditText()
  const [before, setBefore] = useState<readonly number[]>([])
  const [type, setType] = useState(everything)
  const [person, setPerson] = useState(everybody)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const people = useAsk('accounts.list', {}).value?.accounts ?? []
  const { tell } = useCommandContext()
  const turnTo = (change: () => void) => {
    setBefore([])
    change()
  }
  const cursor = before.at(-1)
  const filter = {
    ...(type === everything ? {} : { type }),
    ...(person === everybody ? {} : { actor: person as AccountId }),
    ...(from === '' ? {} : { from: startOfDay(from) }),
    ...(to === '' ? {} : { to: startOfDay(to, 1) }),
  }
  const { value, problem, again } = useAsk(
    'audit.list',
    { limit: pageSize, ...filter, ...(cursor === undefined ? {} : { before: cursor }) },
    { keepPrevious: true },
  )
  const entries = value?.entries ?? noEntries
  if (problem !== null) {
    return (
      <Screen title={t('frame.records')}>
        <Band tone="trouble" actions={<Button onClick={again}>{t('ui.tryAgain')}</Button>}>
          {problemText(t, problem)}
        </Band>
      </Screen>
    )
  }
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return (
    <Screen fill title={t('frame.records')} subtitle={t('records.journal')}>
      <div className="records-filters">
        <Select
          label={t('records.type')}
          value={type}
          options={[
            { value: everything, label: t('records.everyType') },
            ...auditTypes.map(one => ({ value: one, label: auditText(one) })),
          ]}
          onChange={next => turnTo(() => setType(next))}
        />
        <Select
          label={t('records.person')}
          value={person}
          options={[
            { value: everybody, label: t('records.everyPerson') },
            ...people.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          onChange={next => turnTo(() => setPerson(next))}
        />
        {(
          [
            ['from', from, setFrom],
            ['to', to, setTo],
          ] as const
        ).map(([name, day, set]) => (
          <span key={name} className="records-day">
            <label htmlFor={`records-${name}`}>{t(`records.${name}`)}</label>
            <DateField id={`records-${name}`} value={day} onChange={next => turnTo(() => set(next))} />
          </span>
        ))}
        <Button
          size="small"
          onClick={async () => {
            const done = await tell('audit.export', filter)
            if (done !== null) saveCsv(done.csv, done.fileName)
          }}
        >
          {t('records.export')}
        </Button>
        <span className="records-pages">
          {before.length > 0 && (
            <Button size="small" onClick={() => setBefore(before.slice(0, -1))}>
              {t('records.newer')}
            </Button>
          )}
          {entries.length === pageSize && (
            <Button size="small" onClick={() => setBefore([...before, entries.at(-1)?.sequence ?? 1])}>
              {t('records.older')}
            </Button>
          )}
        </span>
      </div>
      {entries.length === 0 ? (
        <EmptyState icon={<ScrollText size={24} />} title={t('records.empty')}>
          {t('records.emptyText')}
        </EmptyState>
      ) : (
        <AuditTable entries={entries} />
      )}
      {before.length === 0 && <ChainHead entry={entries[0]} />}
    </Screen>
  )
}

const noEntries: readonly AuditEntry[] = []

/** Midnight in Vietnam at the beginning of a day, or of one some days later. */
function startOfDay(day: string, later = 0): string {
  return new Date(Date.parse(`${day}T00:00:00.000+07:00`) + later * 86_400_000).toISOString()
}

function saveCsv(csv: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
