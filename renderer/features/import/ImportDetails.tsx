import { kinds } from '#common/domain/kinds/registry'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { ImportPreview } from '#renderer/imports/ImportPreview.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import type { ImportItem, ReadyItem } from './use-imports.ts'

interface Props {
  readonly item: ImportItem
  readonly onChange: (item: ImportItem) => void
}

/** What becomes of the chosen file, and what somebody wants of it. */
export function ImportDetails({ item, onChange }: Props) {
  const { t } = useText()
  const { navigate } = useCommandContext()
  if (item.state === 'reading') return <ScreenSpinner label={t('import.reading', { name: item.name })} />
  if (item.state === 'failed') {
    return (
      <div className="import-details">
        <Band tone="trouble" title={t('import.failed', { name: item.name })}>
          {problemText(t, item.problem)}
        </Band>
      </div>
    )
  }
  if (item.state === 'made') {
    return (
      <div className="import-details">
        <Band
          tone="good"
          title={t('import.madeOne')}
          actions={
            <Button onClick={() => navigate(paths.edit(item.article.article.id))}>{t('import.open')}</Button>
          }
        >
          {item.article.article.headline}
        </Band>
      </div>
    )
  }
  return (
    <section className="import-details" aria-label={item.name}>
      <Wishes item={item} onChange={onChange} />
      <ImportPreview
        view={item.view}
        repaired={item.repaired}
        onRepaired={repaired => onChange({ ...item, repaired })}
      />
    </section>
  )
}

function Wishes({ item, onChange }: { readonly item: ReadyItem; readonly onChange: Props['onChange'] }) {
  const { t, name, language } = useText()
  const { past, references, attachable } = item.view
  const day =
    past?.publishedAt == null
      ? ''
      : new Date(past.publishedAt).toLocaleDateString(language, { timeZone: 'Asia/Ho_Chi_Minh' })
  return (
    <div className="import-wishes">
      <Field label={t('import.kind')}>
        <Select
          value={item.kind}
          onChange={kind => onChange({ ...item, kind })}
          options={kinds.map(kind => ({ value: kind.id, label: name(kind.label) }))}
        />
      </Field>
      <div className="import-checks">
        {attachable && (
          <Checkbox checked={item.attach} onChange={attach => onChange({ ...item, attach })}>
            {t('import.attach')}
          </Checkbox>
        )}
        {past !== null && (
          <Checkbox checked={item.past} onChange={checked => onChange({ ...item, past: checked })}>
            {t('import.isPast', { url: past.url ?? '', day })}
          </Checkbox>
        )}
        {references.length > 0 && (
          <span className="import-facts">{t('import.references', { count: references.length })}</span>
        )}
      </div>
    </div>
  )
}
