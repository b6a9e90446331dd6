import { useState } from 'react'
import type { Input } from '#common/api/contract'
import { auditTypes } from '#common/domain/audit-types'
import type { AccountId } from '#common/domain/ids'
import { startOfDay } from '#common/domain/vietnam-time'
import { fold } from '#common/vietnamese/fold'
import { useAuditText } from './use-audit-text.ts'

/** What the person narrowed the journal to; '' is everything. Days are `YYYY-MM-DD`, both included. */
export interface JournalFilter {
  readonly text: string
  readonly type: string
  readonly person: string
  readonly from: string
  readonly to: string
}

const all: JournalFilter = { text: '', type: '', person: '', from: '', to: '' }

/** The filter and what main is asked with; names of types are words only this side knows. */
export function useJournalFilter() {
  const auditText = useAuditText()
  const [filter, setFilter] = useState(all)
  const { type, person, from, to } = filter
  const text = filter.text.trim()
  const asked: Omit<Input<'audit.export'>, 'format'> = {
    ...(type === '' ? {} : { type }),
    ...(person === '' ? {} : { actor: person as AccountId }),
    ...(from === '' ? {} : { from: startOfDay(from) }),
    ...(to === '' ? {} : { to: startOfDay(to, 1) }),
    ...(text === '' ? {} : { text, textTypes: typesNamed(text, auditText) }),
  }
  return { filter, asked, change: (part: Partial<JournalFilter>) => setFilter({ ...filter, ...part }) }
}

function typesNamed(text: string, auditText: (type: string) => string): string[] {
  const wanted = fold(text)
  return auditTypes.filter(type => fold(auditText(type)).includes(wanted))
}
