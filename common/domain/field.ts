import { isDay } from './day'
import type { Localized } from './localized'

/** `date` is `YYYY-MM-DD` in Vietnam; `instant` is UTC ISO; `choice` is one of `choices`. */
export type FieldType = 'text' | 'long-text' | 'date' | 'instant' | 'url' | 'number' | 'choice' | 'list'

/**
 * One value beside the body, kept as an attribute of the document so that it shares its undo, log and checks.
 * The same key means the same field in every kind. Values are strings, or lists of strings for `list`; empty is null.
 */
export interface Field {
  readonly key: string
  readonly type: FieldType
  readonly label: Localized
  readonly required: boolean
  readonly choices?: Readonly<Record<string, Localized>>
  /** Readers see it in the list of facts under the lead; others steer the portal or the newsroom. */
  readonly published: boolean
  /** The schema it came with: a text that leaves it empty keeps the bytes it had before (document/frozen-form.ts). */
  readonly since: number
}

export type FieldValue = string | readonly string[] | null

type Options = Partial<Pick<Field, 'required' | 'choices' | 'published' | 'since'>>

export function field(key: string, type: FieldType, vi: string, en: string, options: Options = {}): Field {
  return { key, type, label: { vi, en }, required: false, published: true, since: 1, ...options }
}

const maxLength = 2_000

/** True when the value may stand in the field; used as the `validate` of the document's attribute. */
export function fieldAccepts(definition: Field, value: unknown): boolean {
  if (value === null) return true
  if (definition.type === 'list') {
    return Array.isArray(value) && value.length <= 50 && value.every(item => isShortText(item))
  }
  if (typeof value !== 'string' || value.length > maxLength) return false
  switch (definition.type) {
    case 'text':
    case 'long-text':
      return true
    case 'date':
      return isDay(value)
    case 'instant':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value))
    case 'url':
      return isWebAddress(value)
    case 'number':
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(value)
    case 'choice':
      return Object.hasOwn(definition.choices ?? {}, value)
  }
}

/** An absolute http or https address without credentials or control characters. */
export function isWebAddress(value: string): boolean {
  return (
    /^https?:\/\/[^\s/@:]+(:\d{1,5})?([/?#]\S*)?$/i.test(value) &&
    value.length <= maxLength &&
    !/[<>"'`\\]/.test(value)
  )
}

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 200
}
