import './records.css'
import { ScrollText } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { AuditEntry } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { AuditTable } from './AuditTable.tsx'
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
  const cursor = before.at(-1)
  const { value, problem, again } = useAsk(
    'audit.list',
    { limit: pageSize, ...(cursor === undefined ? {} : { before: cursor }) },
    { keepPrevious: true },
  )
  const entries = value?.entries ?? noEntries
  const types = useMemo(() => [...new Set(entries.map(entry => entry.type))], [entries])
  const people = useMemo(() => peopleOf(entries), [entries])
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
  const shown = entries.filter(
    entry => (type === everything || entry.type === type) && (person === everybody || entry.actor === person),
  )
  return (
    <Screen fill title={t('frame.records')} subtitle={t('records.journal')}>
      <div className="records-filters">
        <Select
          label={t('records.type')}
          value={type}
          options={[
            { value: everything, label: t('records.everyType') },
            ...types.map(one => ({ value: one, label: auditText(one) })),
          ]}
          onChange={setType}
        />
        <Select
          label={t('records.person')}
          value={person}
          options={[
            { value: everybody, label: t('records.everyPerson') },
            ...people.map(([id, name]) => ({ value: id, label: name })),
          ]}
          onChange={setPerson}
        />
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
      {shown.length === 0 ? (
        <EmptyState icon={<ScrollText size={24} />} title={t('records.empty')}>
          {t('records.emptyText')}
        </EmptyState>
      ) : (
        <AuditTable entries={shown} />
      )}
      {before.length === 0 && <ChainHead entry={entries[0]} />}
    </Screen>
  )
}

const noEntries: readonly AuditEntry[] = []

function peopleOf(entries: readonly AuditEntry[]): readonly (readonly [string, string])[] {
  const people = new Map<string, string>()
  for (const { actor, actorName } of entries) if (actor !== null) people.set(actor, actorName ?? actor)
  return [...people]
}
