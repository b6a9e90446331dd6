import { z } from 'zod'
import type { Random } from '#tests/support/power-cut-disk'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What a fuzzer may say of itself: chance, and real ids and texts of the workspace that some fields accept. */
export interface Fuzz {
  readonly random: Random
  readonly pool: readonly string[]
  /** The only folders that a message may name: the program may well do as it is told. */
  readonly folders: readonly string[]
}

const text = (json: string): Json => JSON.parse(json)

/** Values that have broken programs before. Keys are written as JSON, so that `__proto__` is a key of its own. */
const nasty: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  -0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '__proto__',
  'constructor',
  '../../x',
  '\u0000',
  '\ud800',
  'A\u0300\u0301\u0302',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE articles; --",
  'Ủy ban nhân dân xã '.repeat(200),
  '2026-02-30T25:61:61.000Z',
  [],
  {},
  [[[[[[[[[[[[]]]]]]]]]]]],
  text('{"__proto__":{"polluted":true}}'),
  text('{"constructor":{"prototype":{"polluted":true}}}'),
  text(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`),
  text('{"type":"doc","content":[{"type":"headline"},{"type":"lead"},{"type":"paragraph"}]}'),
]

const schemaNode = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})

export function pickOf<T>({ random }: Pick<Fuzz, 'random'>, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** Input that the schema means to accept, as far as its JSON Schema tells. */
export function plausible(fuzz: Fuzz, schema: unknown, name = ''): Json {
  const node = schemaNode.parse(schema)
  if (name === 'folder') return pickOf(fuzz, fuzz.folders)
  if (node.const !== undefined) return node.const as Json
  if (node.enum !== undefined) return pickOf(fuzz, node.enum) as Json
  if (node.anyOf !== undefined) return plausible(fuzz, pickOf(fuzz, node.anyOf), name)
  switch (node.type) {
    case 'object': {
      const entries = Object.entries(node.properties ?? {}).filter(
        ([key]) => node.required?.includes(key) === true || fuzz.random() < 0.4,
      )
      return Object.fromEntries(entries.map(([key, property]) => [key, plausible(fuzz, property, key)]))
    }
    case 'array':
      return Array.from({ length: Math.floor(fuzz.random() * 3) }, () => plausible(fuzz, node.items ?? {}))
    case 'integer':
    case 'number':
      return Math.max(node.minimum ?? 0, Math.min(node.maximum ?? 3, Math.floor(fuzz.random() * 4)))
    case 'boolean':
      return fuzz.random() < 0.5
    case 'null':
      return null
    case 'string': {
      const pattern = node.pattern === undefined ? null : new RegExp(node.pattern, 'u')
      const fitting = fuzz.pool.filter(candidate => pattern?.test(candidate) ?? true)
      return fitting.length === 0 ? 'x' : pickOf(fuzz, fitting)
    }
    default:
      return pickOf(fuzz, nasty)
  }
}

/** The same with one thing wrong somewhere. */
export function spoiled(fuzz: Fuzz, value: Json): Json {
  if (fuzz.random() < 0.3 || typeof value !== 'object' || value === null) return pickOf(fuzz, nasty)
  if (Array.isArray(value)) {
    if (value.length === 0) return [pickOf(fuzz, nasty)]
    const at = Math.floor(fuzz.random() * value.length)
    return value.map((part, index) => (index === at ? spoiled(fuzz, part) : part))
  }
  const entries = Object.entries(value)
  const way = fuzz.random()
  if (entries.length === 0 || way < 0.25) {
    const key = pickOf(fuzz, ['__proto__', 'constructor', 'prototype', 'toString', 'x'])
    const part = `${JSON.stringify(key)}:${JSON.stringify(pickOf(fuzz, nasty))}`
    const rest = JSON.stringify(value).slice(1)
    return text(rest === '}' ? `{${part}}` : `{${part},${rest}`)
  }
  const at = Math.floor(fuzz.random() * entries.length)
  if (way < 0.4) return Object.fromEntries(entries.toSpliced(at, 1))
  return Object.fromEntries(
    entries.map(([key, part], index) => [key, index === at ? spoiled(fuzz, part) : part]),
  )
}

/** Folders other than the lent ones are put right again, wherever they stand. */
export function withinFolders(fuzz: Fuzz, value: Json): Json {
  if (Array.isArray(value)) return value.map(part => withinFolders(fuzz, part))
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([key, part]) => {
    const strange = key === 'folder' && typeof part === 'string' && !fuzz.folders.includes(part)
    return [key, strange ? pickOf(fuzz, fuzz.folders) : withinFolders(fuzz, part)] as const
  })
  // Built as JSON, for an own key may be called __proto__.
  return text(`{${parts.map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`).join(',')}}`)
}
