import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { collections } from '#main/core/collections'
import { schemaPrint } from '#main/store/collections/schema-print'
import { nodeFiles } from '#main/store/files/node-files'
import { openStore } from '#main/store/open-store'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { testEnvironment } from '#tests/support/test-environment'

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

describe('records of a checkpoint', () => {
  const card = z.object({ id: z.string(), edition: z.int() })
  /** What somebody made of the program since: it takes only even editions. */
  const stricter = card.refine(({ edition }) => edition % 2 === 0)
  const open = (directory: string, articles: typeof card, program: string) =>
    openStore<{ articles: z.infer<typeof card> }>({
      directory,
      collections: { articles },
      files: nodeFiles(),
      environment: testEnvironment(),
      epoch: 1,
      program,
    })

  async function written(program: string): Promise<string> {
    const directory = await temporaryWorkspace()
    const store = await open(directory, card, program)
    const event = {
      type: 'article.saved',
      at: '2026-01-05T03:30:00.000Z',
      actor: 'lan',
      subject: 'a',
      details: {},
    }
    await store.commit({ event, changes: [{ collection: 'articles', put: { id: 'a', edition: 1 } }] })
    await store.checkpoint()
    await store.close()
    return directory
  }

  test.each([
    ['the program that wrote them trusts itself', 'one', card, 'writable'],
    ['another program compares schemas, and trusts the same', 'two', card, 'writable'],
    ['another program checks what another schema wrote', 'two', stricter, 'read-only'],
  ])('%s', async (_what, program, schema, health) => {
    const directory = await written('one')
    const store = await open(directory, schema, program)
    expect(store.health.kind).toBe(health)
    await store.close()
  })
})
