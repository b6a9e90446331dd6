import { z } from 'zod'
import type { Core } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'

const organisation = z.strictObject({ name: z.string(), demo: z.boolean() })
export type Organisation = z.infer<typeof organisation>

/** Who this newsroom belongs to; null until it is set up. */
export function readOrganisation(core: Core): Organisation | null {
  const stored = core.store.get('settings', 'organisation')
  return stored === undefined ? null : organisation.parse(stored.value)
}

export function organisationChange(value: Organisation): Change<NewsroomCollections> {
  return { collection: 'settings', put: { id: 'organisation', value } }
}
