import { unreachable } from '#common/domain/unreachable'
import { readPdfText } from './pdf-text'
import { preparePicture } from './prepare-picture'

/** One piece of work on a file somebody sent, for a thread of its own. */
export type MediaTask =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }

export function performMediaTask(task: MediaTask): Promise<unknown> {
  switch (task.kind) {
    case 'picture':
      return preparePicture(task.bytes)
    case 'pdf':
      return readPdfText(task.bytes)
    default:
      return unreachable(task)
  }
}
