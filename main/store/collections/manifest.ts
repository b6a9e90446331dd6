import { createHash } from 'node:crypto'
import { z } from 'zod'

export const manifestFormat = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const segmentEntry = z.object({
  /** Name within collections/, without any folder. */
  file: z.string().regex(/^[a-z][A-Za-z0-9-]*\.\d+\.\d+\.json$/),
  records: z.int().positive(),
  sha256,
})

const manifest = z.object({
  format: z.literal(manifestFormat),
  workspace: z.string(),
  /** The journal's place that this checkpoint contains; everything after it is replayed. */
  covers: z.object({ sequence: z.int().nonnegative(), hash: sha256 }),
  collections: z.record(z.string(), z.array(segmentEntry)),
  /** Of some collections the records changed last, newest first: enough for a first screen. */
  newest: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
})

/** A checkpoint: which segment files hold which collection, as of which journal record. */
export type Manifest = z.infer<typeof manifest>

/** Readable JSON whose last property is the SHA-256 of the same JSON without it. */
export function encodeManifest(content: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify({ ...content, sha256: checksum(content) }, null, 1)}\n`)
}

export type DecodedManifest =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'unreadable' }

export function decodeManifest(bytes: Uint8Array): DecodedManifest {
  const json = parseJson(bytes)
  if (typeof json !== 'object' || json === null || !('sha256' in json)) return { kind: 'unreadable' }
  const { sha256: stated, ...content } = json
  if (checksum(content) !== stated) return { kind: 'unreadable' }
  if ('format' in content && typeof content.format === 'number' && content.format > manifestFormat)
    return { kind: 'newer', format: content.format }
  const parsed = manifest.safeParse(content)
  return parsed.success ? { kind: 'manifest', manifest: parsed.data } : { kind: 'unreadable' }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return null
  }
}

function checksum(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
