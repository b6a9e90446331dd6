import { expect, test } from 'vitest'
import { z } from 'zod'
import { collections } from '#main/core/collections'
import { schemaPrint } from '#main/store/collections/schema-print'

const id = z.string()
const base = () => z.strictObject({ id, note: z.string().max(20), state: z.enum(['a', 'b']) })

test('the same definition has the same print', () => {
  expect(schemaPrint(base())).toBe(schemaPrint(base()))
})

test.each([
  ['a limit', z.strictObject({ id, note: z.string().max(21), state: z.enum(['a', 'b']) })],
  ['a pattern', z.strictObject({ id, note: z.string().regex(/^x/).max(20), state: z.enum(['a', 'b']) })],
  ['a value', z.strictObject({ id, note: z.string().max(20), state: z.enum(['a', 'c']) })],
  ['an absence', z.strictObject({ id, note: z.string().max(20).optional(), state: z.enum(['a', 'b']) })],
  ['a key', z.strictObject({ id, text: z.string().max(20), state: z.enum(['a', 'b']) })],
  ['strictness', z.object({ id, note: z.string().max(20), state: z.enum(['a', 'b']) })],
  ['a condition', base().refine(({ note }) => note !== 'x')],
  ['the depth', z.strictObject({ id, note: z.string().max(20), state: z.array(z.enum(['a', 'b'])) })],
])('%s tells it from another', (_what, other) => {
  expect(schemaPrint(other)).not.toBe(schemaPrint(base()))
})

test('every collection has a print of its own', () => {
  const prints = Object.values(collections).map(schema => schemaPrint(schema))
  expect(new Set(prints).size).toBe(prints.length)
})

test('a schema that holds itself has an end', () => {
  interface Branch {
    readonly id: string
    readonly below: readonly Branch[]
  }
  const branch: z.ZodType<Branch> = z.lazy(() => z.strictObject({ id, below: z.array(branch) }))
  expect(schemaPrint(branch)).toMatch(/^[0-9a-f]{64}$/)
})
