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

/** Records are not looked into one by one: the seal says that these are the bytes that were written. */
const newestRecords = z.custom<Readonly<Record<string, readonly Entity[]>>>(
  value => typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray),
)

const manifest = z.object({
  format: z.literal(manifestFormat),
  workspace: z.string(),
  /** The journal's place that this checkpoint contains; everything after it is replayed. */
  covers: z.object({ sequence: z.int().nonnegative(), hash: sha256 }),
  collections: z.record(z.string(), z.array(segmentEntry)),
  /** Of some collections the records changed last, newest first, and those that belong to them: enough for a first screen. */
  newest: newestRecords,
  /** Collection → print of the schema that checked its records (schema-print.ts). */
  schemas: z.record(z.string(), z.string()).default({}),
  /** Stamp of the program that wrote it (program-stamp.ts). */
  program: z.string().nullable().default(null),
})

/** A checkpoint: which segment files hold which collection, as of which journal record. */
export type Manifest = z.infer<typeof manifest>

export function encodeManifest(content: Manifest): Buffer {
  return sealJson(content)
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
  // Read once: compiling a reader would take longer than reading.
  const parsed = manifest.safeParse(content, { jitless: true })
  return parsed.success ? { kind: 'manifest', manifest: parsed.data } : { kind: 'unreadable' }
}
