import '#renderer/ui/filter-bar.css'
import { Search } from 'lucide-react'
import { useText } from '#renderer/text/use-text.ts'
import { TextInput } from '#renderer/ui/Field.tsx'
import { Segments } from '#renderer/ui/Segments.tsx'
import type { Library } from './use-library.ts'

/** Words to look for, and whether only pictures nobody uses, or nobody described, are shown. */
export function LibraryFilterBar({ library }: { readonly library: Library }) {
  const { t } = useText()
  const { filter, setFilter } = library
  return (
    <search className="filter-bar">
      <span className="filter-search">
        <Search size={16} aria-hidden="true" />
        <TextInput
          type="search"
          aria-label={t('media.search')}
          placeholder={t('media.search')}
          value={filter.text}
          onChange={event => setFilter({ ...filter, text: event.target.value.slice(0, 200) })}
        />
      </span>
      <Segments
        label={t('media.only')}
        value={filter.only}
        options={(['all', 'unused', 'undescribed'] as const).map(value => ({
          value,
          label: t(`media.only.${value}`),
        }))}
        onChange={only => setFilter({ ...filter, only })}
      />
    </search>
  )
}
