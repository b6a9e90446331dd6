import { FilePlus2, FileSearch } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { Chip } from '#common/domain/chip'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ArticleList } from './ArticleList.tsx'
import { type ArticleFilter, noFilter } from './article-filter.ts'
import { CreateButton } from './CreateButton.tsx'
import { FilterBar } from './FilterBar.tsx'

/** "Tin bài": every article, searched without marks and filtered by status and kind. */
export function ArticlesScreen() {
  const { t } = useText()
  const [filter, setFilter] = useState<ArticleFilter>(noFilter)
  const search = useDeferredValue(filter.search.trim())
  const active = { ...filter, search }
  const filtered = search !== '' || filter.chip !== null || filter.kind !== null
  return (
    <Screen fill title={t('frame.articles')} actions={<CreateButton />}>
      <FilterBar filter={filter} onChange={setFilter} />
      <ArticleList
        key={`${filter.chip}.${filter.kind}.${search}`}
        label={t('frame.articles')}
        filter={questionOf(active)}
        empty={
          filtered ? (
            <EmptyState
              icon={<FileSearch size={24} />}
              title={t('articles.nothingFound')}
              action={<Button onClick={() => setFilter(noFilter)}>{t('articles.showAll')}</Button>}
            >
              {t('articles.nothingFoundText')}
            </EmptyState>
          ) : (
            <EmptyState icon={<FilePlus2 size={24} />} title={t('desk.empty')}>
              {t('desk.emptyText')}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

function questionOf({ search, chip, kind }: ArticleFilter): {
  search?: string
  chips?: Chip[]
  kinds?: string[]
} {
  return {
    ...(search === '' ? {} : { search }),
    ...(chip === null ? {} : { chips: [chip] }),
    ...(kind === null ? {} : { kinds: [kind] }),
  }
}
