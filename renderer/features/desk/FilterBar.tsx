import '#renderer/ui/filter-bar.css'
import { BookmarkPlus, X } from 'lucide-react'
import { useState } from 'react'
import { type Chip, chips } from '#common/domain/chip'
import { kinds } from '#common/domain/kinds/registry'
import { useAsker } from '#renderer/commands/AskerProvider.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { SearchInput } from '#renderer/ui/SearchInput.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import {
  type ArticleFilter,
  isFiltered,
  readSavedFilters,
  type SavedFilter,
  writeSavedFilters,
} from './article-filter.ts'
import { MoreFilters } from './MoreFilters.tsx'

interface Props {
  readonly filter: ArticleFilter
  readonly onChange: (filter: ArticleFilter) => void
}

/** Search, status, kind, further conditions, and the filters somebody kept under a name. */
export function FilterBar({ filter, onChange }: Props) {
  const { t, name } = useText()
  const asker = useAsker()
  const [saved, setSaved] = useState(() => readSavedFilters(localStorage))
  const keep = (filters: readonly SavedFilter[]) => {
    writeSavedFilters(localStorage, filters)
    setSaved(filters)
  }
  async function save() {
    const chosen = await asker.text({
      title: t('filters.save'),
      description: t('filters.saveText'),
      label: t('filters.name'),
      action: t('filters.saveAction'),
    })
    if (chosen !== null)
      keep([...saved.filter(one => one.name !== chosen), { name: chosen.slice(0, 60), filter }])
  }
  return (
    <search className="filter-bar">
      <SearchInput
        label={t('filters.search')}
        value={filter.search}
        onChange={search => onChange({ ...filter, search })}
      />
      <Select<Chip | 'any'>
        label={t('articles.chip')}
        value={filter.chip ?? 'any'}
        options={[
          { value: 'any', label: t('filters.anyChip') },
          ...chips.map(chip => ({ value: chip, label: t(`chips.${chip}`) })),
        ]}
        onChange={chip => onChange({ ...filter, chip: chip === 'any' ? null : chip })}
      />
      <Select
        label={t('articles.kind')}
        value={filter.kind ?? 'any'}
        options={[
          { value: 'any', label: t('filters.anyKind') },
          ...kinds.map(kind => ({ value: kind.id, label: name(kind.label) })),
        ]}
        onChange={kind => onChange({ ...filter, kind: kind === 'any' ? null : kind })}
      />
      <MoreFilters filter={filter} onChange={onChange} />
      {isFiltered(filter) && (
        <Button look="quiet" icon={<BookmarkPlus size={16} />} onClick={() => void save()}>
          {t('filters.save')}
        </Button>
      )}
      {saved.map(one => (
        <span key={one.name} className="saved-filter">
          <Button size="small" onClick={() => onChange(one.filter)}>
            {one.name}
          </Button>
          <IconButton
            size="small"
            label={t('filters.forget', { name: one.name })}
            icon={<X size={14} />}
            onClick={() => keep(saved.filter(other => other.name !== one.name))}
          />
        </span>
      ))}
    </search>
  )
}
