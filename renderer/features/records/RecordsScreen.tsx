import './records.css'
import { FolderCheck, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AuditEntry } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { AuditTable } from './AuditTable.tsx'
import { ChainHead } from './ChainHead.tsx'
import { JournalFilters } from './JournalFilters.tsx'
import { JournalVerdictBand } from './JournalVerdictBand.tsx'
import { saveFile } from './save-file.ts'
import { type JournalFilter, useJournalFilter } from './use-journal-filter.ts'

const pageSize = 200

/** "Sổ sách": the journal of everything that was done, newest first, by whom, and whether it is still what was written. */
export function RecordsScreen() {
  const { t } = useText()
  const [, navigate] = useLocation()
  const [before, setBefore] = useState<readonly number[]>([])
  const { filter, asked, change } = useJournalFilter()
  const { tell } = useCommandContext()
  const cursor = before.at(-1)
  const { value, problem, again } = useAsk(
    'audit.list',
    { limit: pageSize, ...asked, ...(cursor === undefined ? {} : { before: cursor }) },
    { keepPrevious: true },
  )
  const entries = value?.entries ?? noEntries
  const narrow = (part: Partial<JournalFilter>) => {
    setBefore([])
    change(part)
  }
  const exportAs = async (format: 'csv' | 'xlsx') => {
    const done = await tell('audit.export', { ...asked, format })
    if (done !== null) saveFile(done.base64, done.mediaType, done.fileName)
  }
  if (problem !== null) {
    return (
      <Screen title={t('frame.records')}>
        <ProblemBand problem={problem} again={again} />
      </Screen>
    )
  }
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return (
    <Screen
      fill
      title={t('frame.records')}
      subtitle={t('records.journal')}
      actions={
        <Button icon={<FolderCheck size={16} />} onClick={() => navigate(paths.inspection([]))}>
          {t('inspection.make')}
        </Button>
      }
    >
      <JournalVerdictBand />
      <JournalFilters filter={filter} onChange={narrow}>
        <Button size="small" onClick={() => void exportAs('xlsx')}>
          {t('records.exportXlsx')}
        </Button>
        <Button size="small" look="quiet" onClick={() => void exportAs('csv')}>
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
      </JournalFilters>
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
