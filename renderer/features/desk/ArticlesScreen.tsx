import { FilePlus2, FileSearch } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ArticleList } from './ArticleList.tsx'
import { type ArticleFilter, conditionsOf, isFiltered, noFilter } from './article-filter.ts'
import { CreateButton } from './CreateButton.tsx'
import { FilterBar } from './FilterBar.tsx'
import { FoundArticles } from './FoundArticles.tsx'

/** "Tin bài": every article, searched in full without marks and narrowed by what its card says. */
export function ArticlesScreen() {
  const { t } = useText()
  const [filter, setFilter] = useState<ArticleFilter>(noFilter)
  // A blank behind the last word says that it is finished, so only those before the first are left out.
  const text = useDeferredValue(filter.search.trimStart())
  const conditions = conditionsOf(filter)
  const empty = isFiltered(filter) ? (
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
  return (
    <Screen fill title={t('frame.articles')} actions={<CreateButton />}>
      <FilterBar filter={filter} onChange={setFilter} />
      {text === '' ? (
        <ArticleList label={t('frame.articles')} filter={conditions} empty={empty} />
      ) : (
        <FoundArticles label={t('frame.articles')} question={{ ...conditions, text }} empty={empty} />
      )}
    </Screen>
  )
}
