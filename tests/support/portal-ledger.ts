import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const entry = z.object({ article: z.string(), sequence: z.int() })

/** What the portal of this workspace took in, message by message, as it stands on its disk. */
export function readLedger(workspace: string): readonly z.infer<typeof entry>[] {
  const file = join(workspace, 'portal', 'ledger.ndjson')
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  // A last line without its end is still being written.
  return lines.slice(0, -1).map(line => entry.parse(JSON.parse(line)))
}
