import { createHash } from 'node:crypto'
import type { ImportView } from '#common/api/import-operations'
import { type Problem, type ProblemCode, problem } from '#common/api/problems/problem'
import { checkDocument } from '#common/document/check'
import { summarize } from '#common/document/summary'
import type { Account } from '#common/domain/account'
import { newId } from '#common/domain/environment'
import { ok, type Result, refuse } from '#common/domain/result'
import type { Core } from '#main/core/capability'
import type { MediaShelf, PreparedMedia } from '#main/media/media'
import { sniff } from '#main/media/sniff'
import type { Json } from './blocks/to-body'
import { formatOf } from './file-format'
import { ImportFault, type ImportFaultKind } from './import-fault'
import { importLimits } from './import-limits'
import type { ImportedText, ImportTask, RunImport } from './import-task'
import type { ConvertOffice } from './office/libre-office'
import type { PendingImport } from './pending-imports'
import { withPictures } from './place-pictures'

export interface ImportTools {
  readonly core: Core
  readonly media: MediaShelf
  readonly run: RunImport
  readonly convert: ConvertOffice
}

/**
 * Reads a file far from main: the worker ends by its deadline, LibreOffice by its own. Pictures are made ready as any
 * other, and the document is checked once more here, whatever the worker said of it.
 */
export async function readImport(
  { core, media, run, convert }: ImportTools,
  task: ImportTask,
  account: Account,
): Promise<Result<PendingImport, Problem>> {
  const { fileName, bytes } = task
  const fault = (kind: ImportFaultKind) => refuse(faultProblem(kind, fileName))
  if (bytes.length > importLimits.fileBytes) return fault('too-large')
  const readable = await convertOld(convert, task)
  if (typeof readable === 'string') return fault(readable)
  const outcome = await run(readable)
  if (outcome.kind === 'fault') return fault(outcome.fault)
  if (outcome.kind === 'bug') throw new Error(outcome.message)
  const { text } = outcome
  const prepared = await preparePictures(media, text)
  const document = checked(withPictures(text.document, prepared.places))
  const unrepaired = text.unrepaired === null ? null : checked(withPictures(text.unrepaired, prepared.places))
  if (document === null || (text.unrepaired !== null && unrepaired === null)) return fault('unsafe')
  const id = newId(core.environment)
  const view = toView(id, task, text, document, prepared.lost)
  return ok({ view, by: account.id, document, unrepaired, pictures: prepared.pictures, original: bytes })
}

export function faultProblem(kind: ImportFaultKind, name: string): Problem {
  return problem(`import-${kind}` satisfies ProblemCode, { name: name.slice(0, 200) })
}

async function convertOld(convert: ConvertOffice, task: ImportTask): Promise<ImportTask | ImportFaultKind> {
  if (formatOf(task.bytes, task.fileName) !== 'office') return task
  try {
    return await convert(task.bytes, task.fileName)
  } catch (error) {
    if (error instanceof ImportFault) return error.kind
    throw error
  }
}

async function preparePictures(media: MediaShelf, text: ImportedText) {
  const places = new Map<
    string,
    { readonly hash: string; readonly width: number | null; readonly height: number | null }
  >()
  const pictures = new Map<string, PreparedMedia>()
  let lost = 0
  for (const { image, bytes, name } of text.pictures) {
    if (places.has(image)) continue
    const prepared = await media.prepare(bytes, name)
    const picture = prepared.ok && prepared.value.about.mediaType.startsWith('image/') ? prepared.value : null
    if (picture === null) {
      lost += 1
      continue
    }
    const hash = createHash('sha256').update(picture.bytes).digest('hex')
    places.set(image, { hash, width: picture.about.width, height: picture.about.height })
    pictures.set(hash, picture)
  }
  return { places, pictures, lost }
}

function checked(document: Json): Json | null {
  const result = checkDocument(document)
  return result.ok ? result.value.toJSON() : null
}

function toView(
  id: string,
  { fileName, bytes }: ImportTask,
  text: ImportedText,
  json: Json,
  lost: number,
): ImportView {
  const document = checkDocument(json)
  const summary = document.ok ? summarize(document.value) : null
  let tables = 0
  if (document.ok) for (const node of document.value.children) if (node.type.name === 'table') tables += 1
  const { facts } = text
  const isPage = facts.headline !== null && (facts.url !== null || facts.references.length > 0)
  return {
    id,
    fileName,
    headline: summary?.headline ?? '',
    words: summary?.words ?? 0,
    pictures: summary?.pictures ?? 0,
    tables,
    pagePath: `/preview/import/${id}`,
    changes: text.changes.map(({ before, after, guessed }) => ({ before, after, guessed })),
    changedParagraphs: text.changedBlocks,
    losses: [...text.losses, ...(lost === 0 ? [] : [{ kind: 'pictures-unreadable' as const, count: lost }])],
    sourceName: facts.sourceName,
    past: isPage ? { url: facts.url, publishedAt: facts.publishedAt } : null,
    references: facts.references.map(reference => ({
      ...reference,
      headline: reference.headline.slice(0, 300),
      url: reference.url?.slice(0, 2_000) ?? null,
    })),
    attachable: sniff(bytes, fileName)?.use === 'file',
  }
}
