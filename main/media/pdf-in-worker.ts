import { type RunLimits, runOnce } from '#main/core/run-once'
import type { MediaTask } from './media-task'
import type { PdfText, ReadPdfText } from './pdf-text'

/** Who adds a file waits for this; a budget of 40 pages takes under a second. */
const pdfLimits: RunLimits = { deadlineMs: 10_000, heapMegabytes: 384 }

/**
 * Every PDF in a thread of its own, for a hostile one can be read for ever: what is too slow or too large has no words.
 * `file` is the built `media.js`.
 */
export function pdfInWorker(file: string, limits: RunLimits = pdfLimits): ReadPdfText {
  return async bytes => {
    const outcome = await runOnce<PdfText | null>(file, { kind: 'pdf', bytes } satisfies MediaTask, limits)
    return outcome.kind === 'reply' ? outcome.reply : null
  }
}
