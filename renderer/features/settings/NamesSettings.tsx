import './settings.css'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { NamesTable } from '#common/domain/names-table'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { NameDialog } from './NameDialog.tsx'
import { NameRows } from './NameRows.tsx'
import { NamesExtras } from './NamesExtras.tsx'
import { ProfileSection } from './ProfileSection.tsx'

/** "Cài đặt → Tên riêng, cơ quan": what the proofreader and the personal-data gate know of the organisation. */
export function NamesSettings() {
  const { t } = useText()
  const { value, problem, again } = useAsk('names.read', {})
  if (problem !== null) return <ProblemBand problem={problem} again={again} />
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return <NamesPage table={value.names} />
}

function NamesPage({ table }: { readonly table: NamesTable }) {
  const { t } = useText()
  const mayChange = useSession().may('article.edit-others')
  const { run, busy } = useCommand('names.change')
  /** Number of the name that is being edited; the number after the last makes a new one. */
  const [editing, setEditing] = useState<number | null>(null)
  const save = async (names: NamesTable): Promise<boolean> => {
    const answer = await run({ names })
    if (answer.ok) say(t('names.saved'))
    return answer.ok
  }
  /** Gone at once, and back by one press where it stood. */
  const remove = async (index: number): Promise<void> => {
    const { names } = table
    const name = names[index]
    const answer = await run({ names: { ...table, names: names.toSpliced(index, 1) } })
    if (!answer.ok || name === undefined) return
    const left = answer.value.names
    say(t('names.removed', { name: name.name }), {
      label: t('publishing.undo'),
      run: () => void save({ ...left, names: left.names.toSpliced(index, 0, name) }),
    })
  }
  return (
    <div className="machine-settings names-settings">
      <section>
        <h2>{t('names.list')}</h2>
        <p>{t('names.about')}</p>
        <NameRows
          names={table.names}
          onEdit={mayChange ? setEditing : null}
          onRemove={index => void remove(index)}
        />
        {mayChange && (
          <div>
            <Button icon={<Plus size={16} />} onClick={() => setEditing(table.names.length)}>
              {t('names.add')}
            </Button>
          </div>
        )}
      </section>
      <ProfileSection
        key={`profile ${JSON.stringify(table.profile)}`}
        {...{ table, mayChange, busy, onSave: save }}
      />
      <NamesExtras
        key={JSON.stringify(table)}
        table={table}
        mayChange={mayChange}
        busy={busy}
        onSave={save}
      />
      {editing !== null && (
        <NameDialog
          name={table.names[editing] ?? null}
          onClose={() => setEditing(null)}
          onSave={async name => {
            const others = table.names.filter((_, position) => position !== editing)
            if (await save({ ...table, names: others.toSpliced(editing, 0, name) })) setEditing(null)
          }}
        />
      )}
    </div>
  )
}
