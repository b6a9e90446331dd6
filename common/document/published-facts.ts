import type { Node } from 'prosemirror-model'
import type { Field } from '../domain/field'
import { fieldsOf, findKind } from '../domain/kinds/registry'
import { formatDate, formatInstant } from '../domain/vietnam-time'

/** The fields readers see, as pairs of label and value in Vietnamese, empty ones left out, in the kind's order. */
export function publishedFacts(document: Node): readonly (readonly [string, string])[] {
  const kind = findKind(String(document.attrs.kind))
  if (kind === undefined) return []
  return fieldsOf(kind)
    .filter(field => field.published)
    .flatMap(field => {
      const text = fieldText(field, document.attrs[field.key])
      return text === null ? [] : [[field.label.vi, text] as const]
    })
}

/** A field's value as readers see it, in Vietnamese; null when it is empty. */
export function fieldText(field: Field, value: unknown): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ')
  if (typeof value !== 'string' || value.trim() === '') return null
  switch (field.type) {
    case 'date':
      return formatDate(value)
    case 'instant':
      return formatInstant(value)
    case 'choice':
      return field.choices?.[value]?.vi ?? null
    default:
      return value
  }
}
