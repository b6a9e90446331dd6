import type { ReactNode } from 'react'
import { auditTypes } from '#common/domain/audit-types'
import { useAsk } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { SearchInput } from '#renderer/ui/SearchInput.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { DayInput } from './DayInput.tsx'
import { useAuditText } from './use-audit-text.ts'
import type { JournalFilter } from './use-journal-filter.ts'

interface Props {
  readonly filter: JournalFilter
  readonly onChange: (part: Partial<JournalFilter>) => void
  readonly children: ReactNode
}

/** What the journal is narrowed to, in one line above the table. */
export function JournalFilters({ filter, onChange, children }: Props) {
  const { t } = useText()
  const auditText = useAuditText()
  const people = useAsk('accounts.list', {}).value?.accounts ?? []
  return (
    <div className="records-filters">
      <SearchInput
        label={t('records.search')}
        hint={t('records.searchHint')}
        value={filter.text}
        onChange={text => onChange({ text })}
      />
      <Select
        label={t('records.type')}
        value={filter.type}
        options={[
          { value: '', label: t('records.everyType') },
          ...auditTypes.map(one => ({ value: one as string, label: auditText(one) })),
        ]}
        onChange={type => onChange({ type })}
      />
      <Select
        label={t('records.person')}
        value={filter.person}
        options={[
          { value: '', label: t('records.everyPerson') },
          ...people.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={person => onChange({ person })}
      />
      <div className="records-days">
        <DayInput label={t('records.from')} value={filter.from} onChange={from => onChange({ from })} />
        <DayInput label={t('records.to')} value={filter.to} onChange={to => onChange({ to })} />
      </div>
      {children}
    </div>
  )
}
