import { useState } from 'react'
import type { Output } from '#common/api/contract'
import type { PortalId } from '#common/domain/ids'
import { useCommand } from '#renderer/api/queries.ts'

export type TestStep = Output<'portals.test'>['steps'][number]

/** Runs the connection test and keeps its steps; it reloads the categories too. */
export function usePortalTest(portal: PortalId): {
  readonly steps: readonly TestStep[] | null
  readonly busy: boolean
  readonly run: () => Promise<void>
} {
  const test = useCommand('portals.test')
  const [steps, setSteps] = useState<readonly TestStep[] | null>(null)
  return {
    steps,
    busy: test.busy,
    run: async () => {
      setSteps(null)
      const answer = await test.run({ portal })
      if (answer.ok) setSteps(answer.value.steps)
    },
  }
}
