import { z } from 'zod'
import { mostCategories } from '#common/domain/portal'
import type { Outcome } from '../connector'
import { parseJson } from '../http/client'
import { existingTerm, outcomeOf, term } from './mapping'
import type { Rest } from './rest'

/** Categories belong to the site and are mapped by a person; tags are adopted by name or made. */
export interface Terms {
  categories(): Promise<Outcome<{ readonly id: string; readonly name: string }[]>>
  /** Makes one of that name, or finds it: WordPress says which one it has. */
  addCategory(name: string): Promise<Outcome<{ readonly id: string; readonly name: string }>>
  /** The site's number of a category of ours. */
  category(ours: string): number | null
  /** The site may have lost what it had. */
  forget(): void
  tags(names: readonly string[]): Promise<Outcome<readonly number[]>>
}

/** What a list of WordPress gives at once. */
const mostInPage = 100
/** What `/batch/v1` takes at once. */
const mostInBatch = 25
const batch = z.object({ responses: z.array(z.object({ body: z.unknown() }).nullable()) })

export function createTerms(
  rest: Rest,
  categoryOf: (ours: string) => string | null,
  now: () => number,
): Terms {
  const known = new Map<string, number>()

  /** Sent twice it is still one: WordPress refuses a name it has and says which term bears it. */
  async function make(kind: 'tags' | 'categories', name: string): Promise<Outcome<number>> {
    const exchange = await rest.exchange(`/wp/v2/${kind}`, { name })
    const there = exchange.kind === 'answered' ? existingTerm.safeParse(parseJson(exchange)) : null
    if (there?.success === true) return { kind: 'done', value: there.data.data.term_id }
    const outcome = outcomeOf(exchange, term, now())
    if (outcome.kind !== 'done') return outcome
    return outcome.value === null
      ? { kind: 'unknown', status: null }
      : { kind: 'done', value: outcome.value.id }
  }

  async function tag(name: string): Promise<Outcome<number>> {
    const before = known.get(name)
    if (before !== undefined) return { kind: 'done', value: before }
    const made = await make('tags', name)
    if (made.kind === 'done') known.set(name, made.value)
    return made
  }

  /** Several in one request, where the site has the batch endpoint; what is not answered is asked for one by one. */
  async function askTogether(names: readonly string[]): Promise<void> {
    const asked = names.filter(name => !known.has(name)).slice(0, mostInBatch)
    if (asked.length < 2) return
    const requests = asked.map(name => ({ method: 'POST', path: '/wp/v2/tags', body: { name } }))
    const exchange = await rest.exchange('/batch/v1', { requests })
    const answer = exchange.kind === 'answered' ? batch.safeParse(parseJson(exchange)) : null
    for (const [index, response] of (answer?.data?.responses ?? []).entries()) {
      const name = asked[index]
      const body = response?.body
      const made = term.safeParse(body)
      const there = existingTerm.safeParse(body)
      const id = made.success ? made.data.id : there.success ? there.data.data.term_id : null
      if (name !== undefined && id !== null) known.set(name, id)
    }
  }

  return {
    categories: async () => {
      const all: { id: string; name: string }[] = []
      for (let page = 1; all.length === (page - 1) * mostInPage && all.length < mostCategories; page++) {
        const query = { per_page: mostInPage, page, _fields: 'id,name', orderby: 'id' }
        const found = await rest.get('/wp/v2/categories', query, z.array(term))
        if (found.kind !== 'done') return found
        all.push(...(found.value ?? []).map(({ id, name }) => ({ id: String(id), name })))
      }
      return { kind: 'done', value: all }
    },
    addCategory: async name => {
      const made = await make('categories', name)
      return made.kind === 'done' ? { kind: 'done', value: { id: String(made.value), name } } : made
    },
    category: ours => {
      const id = Number(categoryOf(ours) ?? Number.NaN)
      return Number.isInteger(id) && id > 0 ? id : null
    },
    forget: () => known.clear(),
    tags: async names => {
      await askTogether(names)
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
