import { type Chip, chips } from '#common/domain/chip'
import { kinds } from '#common/domain/kinds/registry'

/** What the list of all articles is narrowed to; null is "every". */
export interface ArticleFilter {
  readonly search: string
  readonly chip: Chip | null
  readonly kind: string | null
}

export const noFilter: ArticleFilter = { search: '', chip: null, kind: null }

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
  const { search, chip, kind } = value.filter
  return [
    {
      name: value.name,
      filter: {
        search: typeof search === 'string' ? search : '',
        chip: chips.find(candidate => candidate === chip) ?? null,
        kind: kinds.find(candidate => candidate.id === kind)?.id ?? null,
      },
    },
  ]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
