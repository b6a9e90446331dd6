import { createHash } from 'node:crypto'
import { checkDocument } from '#common/document/check'
import { Losses, type PageFacts, type Picture, type ReadFile } from './blocks/blocks'
import { findHeadline, withoutBlanks } from './blocks/find-headline'
import { composeBlocks, repairBlocks } from './blocks/repair-blocks'
import { type Json, toBody } from './blocks/to-body'
import { type FileFormat, formatOf } from './file-format'
import { ImportFault } from './import-fault'
import { importLimits } from './import-limits'
import type { ImportedText, ImportOutcome, ImportTask } from './import-task'
import { readSheets } from './sheet/read-sheets'
import { readText } from './text/read-text'
import { readArchive } from './web/read-archive'
import { readPage } from './web/read-page'
import { readWord } from './word/read-word'

/** Enough to judge by. */
const shownChanges = 200

/** Reads one file in this thread: the worker's, or a test's. Never throws for what a file holds. */
export function performImport({ bytes, fileName, parts = [] }: ImportTask): ImportOutcome {
  try {
    if (bytes.length > importLimits.fileBytes) throw new ImportFault('too-large')
    const format = formatOf(bytes, fileName)
    if (format === null) throw new ImportFault('type-unknown')
    return { kind: 'read', text: toText(readAs(format, bytes, parts), fileName) }
  } catch (error) {
    if (error instanceof ImportFault) return { kind: 'fault', fault: error.kind }
    // Trees are as deep as their cap, and a stack of another machine may be smaller than ours.
    if (error instanceof RangeError) return { kind: 'fault', fault: 'too-deep' }
    return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function readAs(format: FileFormat, bytes: Uint8Array, parts: NonNullable<ImportTask['parts']>): ReadFile {
  switch (format) {
    case 'word':
      return readWord(bytes)
    case 'sheet':
      return readSheets(bytes)
    case 'page':
      return readPage(bytes, new Map(parts.map(part => [part.address, { bytes: part.bytes, name: 'anh' }])))
    case 'page-archive':
      return readArchive(bytes)
    case 'text':
      return readText(bytes)
    case 'encrypted':
      throw new ImportFault('encrypted')
    case 'office':
      // Whoever has LibreOffice has turned it into .docx before it comes here.
      throw new ImportFault('office-missing')
  }
}

function toText({ blocks, pictures, losses, facts }: ReadFile, fileName: string): ImportedText {
  const whole = withoutBlanks(blocks)
  if (whole.length === 0 && pictures.length === 0) throw new ImportFault('empty')
  const repaired = repairBlocks(whole)
  const named = pictures.map(picture => ({
    ...picture,
    image: createHash('sha256').update(picture.bytes).digest('hex'),
  }))
  const make = (from: ReadFile['blocks'], counted: Losses) =>
    toDocument(composeBlocks(from), named, facts, fileName, counted)
  return {
    document: make(repaired.blocks, losses),
    unrepaired: repaired.changes.length === 0 ? null : make(whole, new Losses()),
    changes: repaired.changes.slice(0, shownChanges),
    changedBlocks: repaired.changes.length,
    pictures: named,
    losses: losses.list(),
    facts,
  }
}

function toDocument(
  blocks: ReadFile['blocks'],
  pictures: readonly (Picture & { readonly image: string })[],
  facts: PageFacts,
  fileName: string,
  losses: Losses,
): Json {
  const titled = findHeadline(blocks, facts, fileName)
  const body = toBody(titled.blocks, place => pictures[place]?.image ?? '', losses)
  const document = {
    type: 'doc',
    attrs: { kind: 'news', sourceName: facts.sourceName?.slice(0, 500) ?? null },
    content: [
      { type: 'headline', ...textContent(titled.headline) },
      { type: 'lead', ...textContent(titled.lead) },
      ...(body.length === 0 ? [{ type: 'paragraph' }] : body),
    ],
  }
  const checked = checkDocument(document)
  if (checked.ok) return document
  throw new ImportFault(/deep/.test(checked.problem.params.reason) ? 'too-deep' : 'too-large')
}

function textContent(text: string) {
  return text === '' ? {} : { content: [{ type: 'text', text }] }
}
