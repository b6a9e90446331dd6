import { type Problem, problem } from '#common/api/problems/problem'
import { tooLarge } from '#common/api/problems/too-large'
import type { Media } from '#common/api/views'
import type { Account } from '#common/domain/account'
import { ok, type Result, refuse } from '#common/domain/result'
import { repairFileName } from '#common/vietnamese/encodings/repair-file-name'
import { auditEvent, type Core, type Handlers, type RoomFor } from '#main/core/capability'
import type { MediaRecord } from '#main/core/collections'
import type { PdfText, ReadPdfText } from './pdf-text'
import type { PreparePicture } from './prepare-picture'
import { sniff } from './sniff'

/** By such a name somebody means a picture, whatever the bytes are. */
const pictureName = /\.(jpe?g|jfif|png|gif|webp|avif|bmp|tiff?|svg|heic|heif)$/i

export interface MediaShelf {
  readonly handlers: Handlers<'media.add' | 'media.find'>
  /** Stores a picture (prepared for the portal) or a file (byte for byte) and answers with its hash. */
  add(bytes: Uint8Array, fileName: string, account: Account): Promise<Result<Media, Problem>>
  /** The same without storing anything yet. */
  prepare(bytes: Uint8Array, fileName: string): Promise<Result<PreparedMedia, Problem>>
  keep(prepared: PreparedMedia, account: Account): Promise<Result<Media, Problem>>
}

/** A picture or file as it will be stored. */
export interface PreparedMedia {
  readonly bytes: Uint8Array
  readonly about: Pick<MediaRecord, 'fileName' | 'mediaType' | 'width' | 'height'>
  /** A PDF's words, null when it has none; absent for everything else. */
  readonly text?: PdfText | null
}

export function createMedia(
  core: Core,
  roomFor: RoomFor,
  picture: PreparePicture,
  pdfText: ReadPdfText,
): MediaShelf {
  async function add(bytes: Uint8Array, fileName: string, account: Account): Promise<Result<Media, Problem>> {
    const prepared = await prepare(bytes, fileName)
    return prepared.ok ? store(prepared.value, account) : prepared
  }

  async function prepare(bytes: Uint8Array, fileName: string): Promise<Result<PreparedMedia, Problem>> {
    const name = cleanFileName(fileName)
    const refusedSize = tooLarge(name, bytes.length)
    if (refusedSize !== null) return refuse(refusedSize)
    const refusal = await roomFor(bytes.length)
    if (refusal !== null) return refuse(refusal)
    const kind = sniff(bytes, name)
    if (kind === null)
      return refuse(problem(pictureName.test(name) ? 'picture-unreadable' : 'file-type-refused', { name }))
    if (kind.use === 'file') {
      const about = { fileName: name, mediaType: kind.mediaType, width: null, height: null }
      return kind.mediaType === 'application/pdf'
        ? ok({ bytes, about, text: await pdfText(bytes) })
        : ok({ bytes, about })
    }
    if (kind.use === 'telephone-picture') return refuse(problem('picture-heic', { name }))
    const prepared = await picture(bytes)
    if (!prepared.ok)
      return refuse(
        problem(prepared.problem === 'large' ? 'picture-too-large' : 'picture-unreadable', { name }),
      )
    const { width, height } = prepared.value
    return ok({
      bytes: prepared.value.bytes,
      about: { fileName: name, mediaType: 'image/webp', width, height },
    })
  }

  /** Prepared a while ago: the disk may have filled since. */
  async function keep(prepared: PreparedMedia, account: Account): Promise<Result<Media, Problem>> {
    const refusal = await roomFor(prepared.bytes.length)
    return refusal === null ? store(prepared, account) : refuse(refusal)
  }

  /** What the library knew of the same bytes stays. */
  async function store(
    { bytes, about, text: read }: PreparedMedia,
    account: Account,
  ): Promise<Result<Media, Problem>> {
    const { hash, size } = await core.store.blobs.put(bytes)
    const text = await keepText(read)
    const event = auditEvent(core, 'media.added', account.id, hash, {
      fileName: about.fileName,
      sizeBytes: size,
    })
    const known = core.store.get('media', hash)
    const put: MediaRecord = {
      ...known,
      ...about,
      id: hash,
      sizeBytes: size,
      addedAt: known?.addedAt ?? event.at,
      // A second reading may have been too slow; the words of these very bytes are known.
      ...(text === undefined || (text === null && known?.text) ? {} : { text }),
    }
    await core.store.commit({ event, changes: [{ collection: 'media', put }] })
    core.announce({ kind: 'media-changed' })
    return ok(toMedia(put))
  }

  async function keepText(read: PdfText | null | undefined): Promise<MediaRecord['text']> {
    if (read === undefined || read === null) return read
    const { hash } = await core.store.blobs.put(new TextEncoder().encode(read.text))
    return { hash, pages: read.pages, personalData: read.personalData }
  }

  return {
    add,
    prepare,
    keep,
    handlers: {
      'media.add': (input, caller) =>
        add(Buffer.from(input.base64, 'base64'), input.fileName, caller.account),
      'media.find': input => {
        const record = core.store.get('media', input.hash)
        return record === undefined ? refuse(problem('blob-not-found')) : ok(toMedia(record))
      },
    },
  }
}

export function toMedia(record: MediaRecord): Media {
  const { id, fileName, mediaType, sizeBytes, width, height } = record
  return { hash: id, fileName, mediaType, sizeBytes, width, height }
}

function cleanFileName(fileName: string): string {
  const last = repairFileName(fileName).split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '')
    .trim()
    .slice(-200)
  return clean === '' ? 'tep' : clean
}
