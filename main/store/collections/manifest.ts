import { z } from 'zod'
import { formatOf, openSealedJson, sealJson } from '../files/sealed-json'
import type { Entity } from '../store'

export const manifestFormat = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const segmentEntry = z.object({
  /** Name within collections/, without any folder. */
  file: z.string().regex(/^[a-z][A-Za-z0-9-]*\.\d+\.\d+\.json$/),
  records: z.int().positive(),
  sha256,
})

/** Not looked into: the seal says that these are the bytes that were written. */
const entity = z.custom<Entity>(
  value => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string',
)

const manifest = z.object({
  format: z.literal(manifestFormat),
  workspace: z.string(),
  /** The journal's place that this checkpoint contains; everything after it is replayed. */
  covers: z.object({ sequence: z.int().nonnegative(), hash: sha256 }),
  collections: z.record(z.string(), z.array(segmentEntry)),
  /** Of some collections the records changed last, newest first, and those that belong to them: enough for a first screen. */
  newest: z.record(z.string(), z.array(entity)),
  /** Collection → print of the schema that checked its records (schema-print.ts). */
  schemas: z.record(z.string(), z.string()).default({}),
})

/** A checkpoint: which segment files hold which collection, as of which journal record. */
export type Manifest = z.infer<typeof manifest>

export function encodeManifest(content: Manifest): Buffer {
  return sealJson(content, 1)
}

export type DecodedManifest =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'unreadable' }

export function decodeManifest(bytes: Uint8Array): DecodedManifest {
  const content = openSealedJson(bytes)
  if (content === null) return { kind: 'unreadable' }
  const format = formatOf(content)
  if (format > manifestFormat) return { kind: 'newer', format }
  const parsed = manifest.safeParse(content)
  return parsed.success ? { kind: 'manifest', manifest: parsed.data } : { kind: 'unreadable' }
}
