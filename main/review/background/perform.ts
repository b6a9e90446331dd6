import type { Comparison } from '#common/api/comparison'
import { schema } from '#common/document/schema'
import { compareDocuments } from '../comparison/compare-documents'
import type { CompareTask, ReviewWork } from './review-work'

/** Does a task in this thread: the worker's, or that of main where a text is short. */
export function compareNow({ before, after }: CompareTask): Comparison {
  return compareDocuments(before === null ? null : schema.nodeFromJSON(before), schema.nodeFromJSON(after))
}

/** No worker at hand (the command line, a test). */
export const workInThread: ReviewWork = {
  compare: async task => compareNow(task),
  close: async () => {},
}
