import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Entity } from '../store'

const prints = new WeakMap<z.ZodType<Entity>, string>()

/**
 * Tells one schema from another by its definition, down to every limit, pattern and function. Records that were checked
 * by it when they were written, in a file whose hash is right, are not checked again: that would be most of the work of
 * opening.
 */
export function schemaPrint(schema: z.ZodType<Entity>): string {
  const known = prints.get(schema)
  if (known !== undefined) return known
  const print = createHash('sha256')
    .update(JSON.stringify(outline(schema, [])))
    .digest('hex')
  prints.set(schema, print)
  return print
}

/** A definition as JSON; `around` are the schemas that it stands in, so that one that holds itself ends. */
function outline(value: unknown, around: readonly object[]): unknown {
  if (typeof value === 'function' || value instanceof RegExp || typeof value === 'bigint')
    return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (around.includes(value)) return around.indexOf(value)
  if (Array.isArray(value)) return value.map(part => outline(part, around))
  if (value instanceof Set) return outline([...value], around)
  const inside = [...around, value]
  if (isSchema(value)) return outline(value._zod.def, inside)
  return Object.entries(value).map(([key, part]) => [key, outline(part, inside)])
}

/** A schema or a check of one. */
function isSchema(value: object): value is { readonly _zod: { readonly def: object } } {
  return '_zod' in value
}
