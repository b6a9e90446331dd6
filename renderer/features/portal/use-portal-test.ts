import { useState } from 'react'
import type { Output } from '#common/api/contract'
import type { PortalId } from '#common/domain/ids'
import { useCommand } from '#renderer/api/queries.ts'

export type TestStep = Output<'portals.test'>['steps'][number]

/** Runs the connection test and keeps what it found; it reloads the categories too. */
export function usePortalTest(portal: PortalId): {
  readonly found: Output<'portals.test'> | null
  readonly busy: boolean
  readonly run: () => Promise<void>
} {
  const test = useCommand('portals.test')
  const [found, setFound] = useState<Output<'portals.test'> | null>(null)
  return {
    found,
    busy: test.busy,
    run: async () => {
      setFound(null)
      const answer = await test.run({ portal })
      if (answer.ok) setFound(answer.value)
    },
  }
}
