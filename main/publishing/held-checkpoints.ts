import type { Portal } from '#common/domain/portal'
import type { PublishingParts } from './publishing-parts'

/** What one portal answers about our journal: its checkpoints, or why there are none. */
export interface HeldCheckpoints {
  readonly portal: Portal
  /** `unsupported`: that kind keeps none. `no-answer`: no line, or it refused us. */
  readonly kind: 'held' | 'unsupported' | 'no-answer'
  readonly checkpoints: readonly string[]
}

/** Asks every portal what it holds of our journal. */
export function askHeldCheckpoints(parts: PublishingParts): Promise<HeldCheckpoints[]> {
  const { core, line } = parts
  return Promise.all(
    [...core.store.all('portals').values()].map(async portal => {
      const connector = parts.connectorFor(portal, parts.secrets.read(portal.id))
      try {
        if (connector.checkpoints === null) return { portal, kind: 'unsupported', checkpoints: [] } as const
        if (line.offline) return { portal, kind: 'no-answer', checkpoints: [] } as const
        const outcome = await connector.checkpoints.list(core.store.workspace)
        if (outcome.kind === 'done') return { portal, kind: 'held', checkpoints: outcome.value } as const
        const isOld = outcome.kind === 'refused'
        return { portal, kind: isOld ? 'unsupported' : 'no-answer', checkpoints: [] } as const
      } finally {
        await connector.close()
      }
    }),
  )
}
