import { SlidersHorizontal } from 'lucide-react'
import { useAsk } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { type ArticleFilter, noFilter } from './article-filter.ts'

interface Props {
  readonly filter: ArticleFilter
  readonly onChange: (filter: ArticleFilter) => void
}

const any = ''

/** Writer, category and days of the last change, behind a button that says how many of them are set. */
export function MoreFilters({ filter, onChange }: Props) {
  const { t } = useText()
  const { category, person, from, to } = filter
  const people = useAsk('accounts.list', {}).value?.accounts ?? []
  const portals = useAsk('portals.list', {}).value?.portals ?? []
  const categories = new Map(portals.flatMap(portal => portal.categories.map(({ id, name }) => [id, name])))
  const count = [category, person, from, to].filter(value => value !== null).length
  const set = (change: Partial<ArticleFilter>) => onChange({ ...filter, ...change })
  return (
    <Popover
      align="end"
      title={t('filters.more')}
      trigger={
        <Button icon={<SlidersHorizontal size={16} />}>
          {count === 0 ? t('filters.more') : t('filters.moreCount', { count })}
        </Button>
      }
    >
      <div className="more-filters">
        <Field label={t('filters.person')}>
          <Select
            value={person ?? any}
            options={[
              { value: any, label: t('filters.anyPerson') },
              ...people.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={value => set({ person: value === any ? null : value })}
          />
        </Field>
        <Field label={t('filters.category')}>
          <Select
            value={category ?? any}
            options={[
              { value: any, label: t('filters.anyCategory') },
              ...[...categories].map(([value, label]) => ({ value, label })),
            ]}
            onChange={value => set({ category: value === any ? null : value })}
          />
        </Field>
        <Field label={t('filters.from')}>
          <DateField value={from ?? ''} onChange={day => set({ from: dayOf(day) })} />
        </Field>
        <Field label={t('filters.to')}>
          <DateField value={to ?? ''} onChange={day => set({ to: dayOf(day) })} />
        </Field>
        {count > 0 && (
          <Button
            onClick={() =>
              onChange({ ...noFilter, search: filter.search, chip: filter.chip, kind: filter.kind })
            }
          >
            {t('filters.clear')}
          </Button>
        )}
      </div>
    </Popover>
  )
}

/** A date field that is empty or half typed gives the empty string. */
function dayOf(value: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
}
