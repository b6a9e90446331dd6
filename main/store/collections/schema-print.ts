import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Entity } from '../store'

const prints = new WeakMap<z.ZodType<Entity>, string>()

/**
 * Tells one schema from another. Records that were checked by it when they were written, in a file whose hash is right,
 * are not checked again: at 100,000 articles that would be most of the work of opening.
 */
export function schemaPrint(schema: z.ZodType<Entity>): string {
  const known = prints.get(schema)
  if (known !== undefined) return known
  const shape = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }))
  const print = createHash('sha256').update(shape).digest('hex')
  prints.set(schema, print)
  return print
}
