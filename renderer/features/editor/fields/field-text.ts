import { type Field, type FieldValue, fieldAccepts } from '#common/domain/field'
import { ok, type Result, refuse } from '#common/domain/result'
import type { TextKey } from '#renderer/text/catalogues.ts'

/** The value of a field as its control shows it. */
export function textOfValue(field: Field, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'string') return ''
  if (field.type === 'number') return value.replace('.', ',')
  return value
}

/** What somebody typed as the field's value, empty as null, or the sentence that says what it should look like. */
export function valueOfText(field: Field, typed: string): Result<FieldValue, TextKey> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const value = parse(field, text)
  return value !== null && fieldAccepts(field, value)
    ? ok(value)
    : refuse(`editor.field.wrong.${field.type}` as const)
}

function parse(field: Field, text: string): FieldValue {
  switch (field.type) {
    case 'number':
      return text.replace(/[\s.](?=\d{3}(?:\D|$))/g, '').replace(',', '.')
    case 'list':
      return [...new Set(text.split(/[,;\n]/).map(item => item.trim()))].filter(item => item !== '')
    case 'url':
      return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
    default:
      return text
  }
}
