import { auditEvent } from '#main/core/capability'
import type { Newsroom } from '#main/newsroom'

/** Id of the portal that came with the workspace. */
export const embeddedPortalSetting = 'embedded-portal'
/** True once the sample is whole. */
export const filledSetting = 'sample-filled'

/** False for a sample whose filling was broken off: it is made anew. */
export function isFilled(newsroom: Newsroom): boolean {
  return newsroom.store.get('settings', filledSetting)?.value === true
}

/** What the host itself keeps about a workspace; durable when resolved. */
export async function remember(newsroom: Newsroom, id: string, value: unknown): Promise<void> {
  await newsroom.store.commit({
    event: auditEvent(newsroom, 'workspace.noted', null, null, { setting: id }),
    changes: [{ collection: 'settings', put: { id, value } }],
  })
}
