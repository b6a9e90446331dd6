import type { Counters } from '#common/api/views'
import { useAsk } from './queries.ts'

/** The numbers of the desk as this person sees them; undefined until they came. One question serves every place that shows one. */
export function useCounters(): Counters | undefined {
  return useAsk('articles.list', { counter: 'all', limit: 1 }).value?.counters ?? undefined
}
