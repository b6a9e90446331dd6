import type { Comparison } from '#common/api/comparison'
import type { ProofreadPassage } from '#common/api/views'
import type { ApprovalRequest } from '#common/domain/approval-file'
import type { OpenedFile, OpenTask } from '../approval-file/open-file'
import type { WriteTask, WrittenFile } from '../approval-file/write-file'
import type { SheetTask } from '../records/sheet-format'
import type { ProofreadTask } from '../review/proofread-revision'

/** Work on texts and files that takes longer than a window should wait for main; plain values in, plain values out. */
export interface BackgroundWork {
  compare(task: CompareTask): Promise<Comparison>
  openFile(task: OpenTask): Promise<OpenedFile>
  parseRequest(jws: Uint8Array): Promise<ApprovalRequest>
  writeFile(task: WriteTask): Promise<WrittenFile>
  writeSheet(task: SheetTask): Promise<Uint8Array>
  proofread(task: ProofreadTask): Promise<ProofreadPassage[]>
  /** Lets go of the worker, where there is one. */
  close(): Promise<void>
}

export interface CompareTask {
  /** Null: everything is new. Documents travel as their JSON. */
  readonly before: object | null
  readonly after: object
}
