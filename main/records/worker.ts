import { parentPort, workerData } from 'node:worker_threads'
import { auditSheet } from './audit-sheet'
import type { SheetReply, SheetTask } from './sheet-work'

const { entries, format } = workerData as SheetTask
const reply = await auditSheet(entries, format).then(
  (bytes): SheetReply => ({ bytes }),
  (error: unknown): SheetReply => ({
    bug: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }),
)
parentPort?.postMessage(reply)
