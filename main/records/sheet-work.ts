import { Worker } from 'node:worker_threads'
import type { AuditEntry } from '#common/api/views'
import { auditSheet, type SheetFormat } from './audit-sheet'

export interface SheetTask {
  readonly entries: readonly AuditEntry[]
  readonly format: SheetFormat
}

export type SheetReply = { readonly bytes: Uint8Array } | { readonly bug: string }

/** Writes spreadsheets where main does not wait for it. */
export type WriteSheet = (task: SheetTask) => Promise<Uint8Array>

/** No worker at hand (the command line, a test). */
export const sheetInThread: WriteSheet = ({ entries, format }) => auditSheet(entries, format)

/** A thread for each sheet, started from the built `records.js`. */
export function sheetInWorker(file: string): WriteSheet {
  return task =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: task })
      worker.once('message', (reply: SheetReply) => {
        if ('bytes' in reply) resolve(reply.bytes)
        else reject(new Error(reply.bug))
      })
      worker.once('error', reject)
      worker.once('exit', code => reject(new Error(`the worker ended with ${code}`)))
    })
}
