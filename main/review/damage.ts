import type { TextRun } from '#common/api/comparison'
import type { SealDamage } from '#common/api/views'
import { checkDocument } from '#common/document/check'
import { blobsOf, revisionBody } from '#common/document/revision-body'
import { toHtml } from '#common/document/to-html'
import type { Approval } from '#common/domain/article'
import { type BlobHash, blobHash } from '#common/domain/ids'
import { sha256 } from '#main/articles/freeze'
import type { Core } from '#main/core/capability'
import { BlobError } from '#main/store/blobs/blob-store'
import { compareTexts, unformatted } from './comparison/text-runs'

/** Which of the bytes an approval covers are no longer those, and which words differ where the other copy still tells. */
export async function findDamage(core: Core, approval: Approval): Promise<SealDamage[]> {
  const body = await stored(core, blobHash.parse(approval.revision))
  const page = await stored(core, approval.html)
  const document = documentIn(body.text)
  const damage: SealDamage[] = []
  // The page and the revision say the same words: the one that is whole shows what was changed in the other.
  const fromBody = document === null ? null : wordsOf(toHtml(document))
  const fromPage = page.text === null ? null : wordsOf(page.text)
  if (!body.whole)
    damage.push({ kind: 'text', name: '', missing: body.text === null, runs: differing(fromPage, fromBody) })
  if (!page.whole)
    damage.push({ kind: 'page', name: '', missing: page.text === null, runs: differing(fromBody, fromPage) })
  let pictures = 0
  for (const { hash, use, fileName } of document === null ? [] : blobsOf(document)) {
    if (use === 'picture') pictures += 1
    const { whole, text } = await stored(core, hash)
    if (!whole)
      damage.push({ kind: use, name: fileName ?? String(pictures), missing: text === null, runs: [] })
  }
  return damage
}

/** The bytes as they lie on the disk, whether or not they still match their name. */
async function stored(
  core: Core,
  hash: BlobHash,
): Promise<{ readonly whole: boolean; readonly text: string | null }> {
  try {
    const { stream } = await core.store.blobs.open(hash)
    const chunks: Uint8Array[] = []
    for await (const chunk of stream) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    return { whole: sha256(bytes) === hash, text: bytes.toString('utf8') }
  } catch (error) {
    if (error instanceof BlobError) return { whole: false, text: null }
    throw error
  }
}

function documentIn(text: string | null) {
  if (text === null) return null
  try {
    const body = revisionBody.safeParse(JSON.parse(text))
    const document = body.success ? checkDocument(body.data.document) : null
    return document?.ok === true ? document.value : null
  } catch {
    return null
  }
}

/** What a reader reads of a page of ours. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<(\/?(p|h\d|li|td|th|tr|dd|dt|figcaption|legend|label)|br)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function differing(approved: string | null, found: string | null): TextRun[] {
  if (approved === null || found === null || approved === found) return []
  return compareTexts(unformatted(approved), unformatted(found)).map(run =>
    run.change === 'same' ? { ...run, text: surroundings(run.text) } : run,
  )
}

function surroundings(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 35)} … ${text.slice(-35)}`
}
