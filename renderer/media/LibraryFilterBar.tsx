import '#renderer/ui/filter-bar.css'
import { useText } from '#renderer/text/use-text.ts'
import { SearchInput } from '#renderer/ui/SearchInput.tsx'
import { Segments } from '#renderer/ui/Segments.tsx'
import type { Library } from './use-library.ts'

/** Words to look for, and whether only pictures nobody uses, or nobody described, are shown. */
export function LibraryFilterBar({ library }: { readonly library: Library }) {
  const { t } = useText()
  const { filter, setFilter } = library
  return (
    <search className="filter-bar">
      <SearchInput
        label={t('media.search')}
        value={filter.text}
        onChange={text => setFilter({ ...filter, text })}
      />
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
