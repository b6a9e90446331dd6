import { z } from 'zod'
import { blobHash, instant } from '#common/domain/ids'
import type { DomainEvent } from '../store'
import type { JournalRecord } from './record'

const change = z.union([
  z.strictObject({ collection: z.string(), put: z.looseObject({ id: z.string() }) }),
  z.strictObject({ collection: z.string(), remove: z.string() }),
])

const event = z.object({
  type: z.string(),
  at: instant,
  actor: z.string().nullable(),
  subject: z.string().nullable(),
  machine: z.string().optional(),
  details: z.record(z.string(), z.unknown()),
}) satisfies z.ZodType<DomainEvent>

const payload = z.object({
  event,
  changes: z.array(change),
  bodies: z.array(z.object({ hash: blobHash, size: z.int().nonnegative() })),
})

/** The JSON of a record: what happened, every change it made, and the names and sizes of the bodies that follow it. */
export type JournalPayload = z.infer<typeof payload>

/** Throws when the payload is not what this program writes (its checksum is right, so another program wrote it). */
export function parsePayload(record: JournalRecord): JournalPayload {
  return payload.parse(JSON.parse(record.payload.toString()))
}

/** The bodies behind a payload, as views of the record's bytes. */
export function bodiesOf(
  record: JournalRecord,
  { bodies }: JournalPayload,
): readonly { readonly hash: JournalPayload['bodies'][number]['hash']; readonly bytes: Buffer }[] {
  let start = 0
  return bodies.map(({ hash, size }) => {
    const bytes = record.bodies.subarray(start, start + size)
    start += size
    return { hash, bytes }
  })
}
