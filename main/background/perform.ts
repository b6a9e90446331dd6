import { schema } from '#common/document/schema'
import { openFile } from '../approval-file/open-file'
import { parseRequest } from '../approval-file/read-request'
import { writeFile } from '../approval-file/write-file'
import { compareDocuments } from '../review/comparison/compare-documents'
import type { BackgroundWork } from './background-work'

/** Does every task in this thread: the worker's; main's where there is no worker (the command line, a test). */
export const workInThread: BackgroundWork = {
  compare: async ({ before, after }) =>
    compareDocuments(before === null ? null : schema.nodeFromJSON(before), schema.nodeFromJSON(after)),
  openFile,
  parseRequest,
  writeFile,
  // The writer of workbooks is loaded by the first export, not with the program.
  writeSheet: async ({ entries, format }) =>
    (await import('../records/audit-sheet')).auditSheet(entries, format),
  // Its packs of words, too, are only for who asks.
  proofread: async task => (await import('../review/proofread-revision')).proofreadRevision(task),
  close: async () => {},
}
