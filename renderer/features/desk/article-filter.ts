import type { Input } from '#common/api/contract'
import { type Chip, chips } from '#common/domain/chip'
import { accountId } from '#common/domain/ids'
import { kinds } from '#common/domain/kinds/registry'

/** What the list of all articles is narrowed to; null is "every". */
export interface ArticleFilter {
  readonly search: string
  readonly chip: Chip | null
  readonly kind: string | null
  readonly category: string | null
  /** Account. */
  readonly person: string | null
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from: string | null
  readonly to: string | null
}

export const noFilter: ArticleFilter = {
  search: '',
  chip: null,
  kind: null,
  category: null,
  person: null,
  from: null,
  to: null,
}

export function isFiltered({ search, ...others }: ArticleFilter): boolean {
  return search.trim() !== '' || Object.values(others).some(value => value !== null)
}

/** The filter without its words, as main is asked. */
export function conditionsOf(filter: ArticleFilter): Omit<Input<'articles.list'>, 'offset' | 'limit'> {
  const { chip, kind, category, person, from, to } = filter
  const account = accountId.safeParse(person)
  return {
    ...(chip === null ? {} : { chips: [chip] }),
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(category === null ? {} : { category }),
    ...(account.success ? { person: account.data } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  }
}

export interface SavedFilter {
  readonly name: string
  readonly filter: ArticleFilter
}

const storageKey = 'toa-soan.filters'

/** Filters somebody kept on this machine; whatever else stands there is ignored. */
export function readSavedFilters(storage: Pick<Storage, 'getItem'>): readonly SavedFilter[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(parseSavedFilter) : []
  } catch {
    return []
  }
}

export function writeSavedFilters(storage: Pick<Storage, 'setItem'>, filters: readonly SavedFilter[]): void {
  storage.setItem(storageKey, JSON.stringify(filters))
}

function parseSavedFilter(value: unknown): readonly SavedFilter[] {
  if (!isRecord(value) || typeof value.name !== 'string' || !isRecord(value.filter)) return []
  const { search, chip, kind, category, person, from, to } = value.filter
  return [
    {
      name: value.name,
      filter: {
        search: typeof search === 'string' ? search : '',
        chip: chips.find(candidate => candidate === chip) ?? null,
        kind: kinds.find(candidate => candidate.id === kind)?.id ?? null,
        category: typeof category === 'string' ? category : null,
        person: typeof person === 'string' ? person : null,
        from: isDay(from) ? from : null,
        to: isDay(to) ? to : null,
      },
    },
  ]
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
