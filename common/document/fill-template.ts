import { fillVariables, type Variables } from '../domain/variables'

/** The template's document with every text and attribute filled in; still untrusted, as templates are. */
export function fillTemplate(json: unknown, variables: Variables): unknown {
  if (typeof json === 'string') return fillVariables(json, variables)
  if (Array.isArray(json)) return json.map(one => fillTemplate(one, variables))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, fillTemplate(one, variables)]))
}
