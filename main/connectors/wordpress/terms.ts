import { z } from 'zod'
import type { Outcome } from '../connector'
import { parseJson } from '../http/client'
import { existingTerm, outcomeOf, term } from './mapping'
import type { Rest } from './rest'

/** Categories belong to the site and are mapped by a person; tags are adopted by name or made. */
export interface Terms {
  categories(): Promise<Outcome<{ readonly id: string; readonly name: string }[]>>
  /** The site's number of a category of ours. */
  category(ours: string): number | null
  tags(names: readonly string[]): Promise<Outcome<readonly number[]>>
}

export function createTerms(
  rest: Rest,
  categoryOf: (ours: string) => string | null,
  now: () => number,
): Terms {
  const known = new Map<string, number>()

  async function tag(name: string): Promise<Outcome<number>> {
    const before = known.get(name)
    if (before !== undefined) return { kind: 'done', value: before }
    const exchange = await rest.exchange('/wp/v2/tags', { name })
    const there = exchange.kind === 'answered' ? existingTerm.safeParse(parseJson(exchange)) : null
    if (there?.success === true) {
      known.set(name, there.data.data.term_id)
      return { kind: 'done', value: there.data.data.term_id }
    }
    const outcome = outcomeOf(exchange, term, now())
    if (outcome.kind !== 'done') return outcome
    if (outcome.value === null) return { kind: 'unknown', status: null }
    known.set(name, outcome.value.id)
    return { kind: 'done', value: outcome.value.id }
  }

  return {
    categories: async () => {
      const query = { per_page: 100, _fields: 'id,name', orderby: 'id' }
      const found = await rest.get('/wp/v2/categories', query, z.array(term))
      if (found.kind !== 'done') return found
      return { kind: 'done', value: (found.value ?? []).map(({ id, name }) => ({ id: String(id), name })) }
    },
    category: ours => {
      const id = Number(categoryOf(ours) ?? Number.NaN)
      return Number.isInteger(id) && id > 0 ? id : null
    },
    tags: async names => {
      const ids: number[] = []
      for (const name of names) {
        const found = await tag(name)
        if (found.kind !== 'done') return found
        ids.push(found.value)
      }
      return { kind: 'done', value: ids }
    },
  }
}
