import { type RunLimits, runOnce } from '#main/core/run-once'
import { importLimits } from './import-limits'
import type { ImportOutcome, RunImport } from './import-task'

/** Reads each file in a thread of its own, with limits. `file` is the built `import.js`. */
export function importInWorker(file: string, limits: RunLimits = importLimits): RunImport {
  return async task => {
    const outcome = await runOnce<ImportOutcome>(file, task, limits)
    if (outcome.kind === 'reply') return outcome.reply
    return outcome.kind === 'bug' ? outcome : { kind: 'fault', fault: outcome.kind }
  }
}
