import { checkDocument } from '#common/document/check'
import type { RunImport } from '#main/import/import-task'
import type { ReadBlocks } from './their-document'

/** The import's own reader, with its limits: what it cannot place is left behind. Pictures of strangers are not taken. */
export function readBlocksWith(run: RunImport): ReadBlocks {
  return async html => {
    const outcome = await run({
      bytes: Buffer.from(`<!doctype html><meta charset="utf-8">${html}`),
      fileName: 'cong.html',
    })
    if (outcome.kind !== 'read') return null
    const checked = checkDocument(outcome.text.document)
    return checked.ok ? checked.value.children.slice(2) : null
  }
}
