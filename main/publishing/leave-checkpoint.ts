import type { PortalId } from '#common/domain/ids'
import type { Connector } from '#main/connectors/connector'
import { auditEvent } from '#main/core/capability'
import type { PublishingParts } from './publishing-parts'

/** Where the receipt of the newest checkpoint of a portal is kept. */
export function checkpointSetting(portal: PortalId): string {
  return `journal-checkpoint.${portal}`
}

/**
 * After a push: leaves where our journal stands with the portal, and keeps it here as well. What a portal cannot keep, or
 * a line that fails now, costs nothing: the next push brings a newer one.
 */
export async function leaveCheckpoint(
  { core, signCheckpoint }: PublishingParts,
  connector: Connector,
  portal: PortalId,
): Promise<void> {
  const checkpoint = await signCheckpoint()
  if (checkpoint === null) return
  const outcome = await connector.checkpoints?.keep(checkpoint)
  const held = outcome?.kind === 'done'
  await core.store.commit({
    event: auditEvent(core, 'journal.checkpointed', null, portal, { held, checkpoint }),
    changes: [
      {
        collection: 'settings',
        put: { id: checkpointSetting(portal), value: { checkpoint, held } },
      },
    ],
  })
}
