import { basename, dirname } from 'node:path'
import { cutFile } from '../files/cut-file'
import type { Files } from '../files/files'
import type { Quarantine } from '../quarantine'
import { withoutBlank } from './blank-space'
import type { JournalEnd } from './replay-journal'

/** Copies the torn end of the journal to quarantine and cuts it; safe to repeat at any point. */
export async function mendTail(
  files: Files,
  quarantine: Quarantine,
  { segment, offset, empty }: Extract<JournalEnd, { kind: 'torn' }>,
): Promise<{ readonly tornBytes: number; readonly quarantine: string | null }> {
  const bytes = (await files.read(segment.path)) ?? new Uint8Array()
  const torn = withoutBlank(Buffer.from(bytes.subarray(offset)))
  const copy =
    torn.length === 0 ? null : await quarantine.keep(`${basename(segment.path)}-${offset}.torn`, torn)
  if (empty) {
    // Without a record the next segment takes the same name.
    await files.remove(segment.path)
    await files.syncDirectory(dirname(segment.path))
  } else {
    await cutFile(files, segment.path, offset)
  }
  return { tornBytes: torn.length, quarantine: copy }
}
