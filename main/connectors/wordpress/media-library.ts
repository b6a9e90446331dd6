import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BlobHash } from '#common/domain/ids'
import type { Outcome } from '../connector'
import type { AnonymousReader } from '../http/anonymous-reader'
import { fileEnding } from '../page/file-ending'
import { sha256 } from '../page/sha256'
import { type Media, media } from './mapping'
import type { Rest } from './rest'
import { writeText } from './write-html'

/** Where a blob lies on the site. */
export interface StoredMedia {
  readonly id: number
  readonly url: string
  readonly isPicture: boolean
  readonly texts: PictureTexts
}

/** What stands with a picture: for who cannot see it, and below it. */
export interface PictureTexts {
  readonly alternative: string
  readonly caption: string
}

/** The site's media library as a store of blobs by hash: each is uploaded under a name made of its hash. */
export interface MediaLibrary {
  /** Null: not there, or there with other bytes, which are then removed. */
  find(hash: BlobHash): Promise<Outcome<StoredMedia | null>>
  upload(
    hash: BlobHash,
    bytes: Uint8Array,
    mediaType: string,
    onSent?: (bytes: number) => void,
  ): Promise<Outcome<StoredMedia>>
  /** Removes what arrived late beside the copy that pages show. */
  tidy(hash: BlobHash): Promise<Outcome<null>>
  /** The site may have lost what it had. */
  forget(): void
  describe(hash: BlobHash, stored: StoredMedia, texts: PictureTexts): Promise<Outcome<null>>
}

const mostBytes = 256_000_000
const trustedMs = 10 * 60_000

export function createMediaLibrary(rest: Rest, reader: AnonymousReader, now: () => number): MediaLibrary {
  /** Proved a while ago at most: a site may be brought back from a backup, or tidied up. */
  const known = new Map<BlobHash, { readonly stored: StoredMedia; readonly provedMs: number }>()
  const keep = (hash: BlobHash, stored: StoredMedia) => known.set(hash, { stored, provedMs: now() })

  async function holdsBytes(stored: StoredMedia, hash: BlobHash): Promise<boolean | null> {
    const answer = await reader.get(stored.url, mostBytes)
    if (answer.kind === 'unreadable' || answer.status >= 500) return null
    return answer.status === 200 && sha256(answer.body) === hash
  }

  /** By number: whatever arrives late comes last. */
  async function copiesOf(hash: BlobHash): Promise<Outcome<readonly Media[]>> {
    const name = mediaName(hash)
    const hits = await rest.get(
      '/wp/v2/media',
      { context: 'edit', search: name, orderby: 'id', order: 'asc', per_page: 20 },
      z.array(media),
    )
    if (hits.kind !== 'done') return hits
    return { kind: 'done', value: (hits.value ?? []).filter(({ slug }) => slug.startsWith(name)) }
  }

  /** The first copy with the right bytes stays; the others go. */
  async function keepOne(hash: BlobHash, copies: readonly Media[]): Promise<Outcome<StoredMedia | null>> {
    let kept: StoredMedia | null = null
    for (const copy of copies) {
      const stored = storedMedia(copy)
      // A picture without a width was cut off on its way in; it cannot be mended from here.
      const whole =
        kept === null && (stored.isPicture ? copy.media_details.width !== undefined : true)
          ? await holdsBytes(stored, hash)
          : false
      if (whole === null) return { kind: 'unknown', status: null }
      if (whole) kept = stored
      else {
        const removed = await rest.remove(`/wp/v2/media/${copy.id}`, z.unknown())
        if (removed.kind !== 'done') return removed
      }
    }
    if (kept !== null) keep(hash, kept)
    return { kind: 'done', value: kept }
  }

  return {
    find: async hash => {
      const before = known.get(hash)
      if (before !== undefined && Math.abs(now() - before.provedMs) < trustedMs)
        return { kind: 'done', value: before.stored }
      const copies = await copiesOf(hash)
      return copies.kind === 'done' ? keepOne(hash, copies.value) : copies
    },

    upload: async (hash, bytes, mediaType, onSent) => {
      const outcome = await rest.upload(
        {
          name: `${mediaName(hash)}.${fileEnding(mediaType)}`,
          bytes,
          mediaType,
          md5: createHash('md5').update(bytes).digest('hex'),
          onSent,
        },
        media,
      )
      if (outcome.kind !== 'done') return outcome
      const found = outcome.value
      const isPicture = mediaType.startsWith('image/')
      if (found === null || (isPicture && found.media_details.width === undefined)) {
        return { kind: 'unknown', status: 500 }
      }
      // The line may have carried it twice, or one that was given up may have arrived.
      const copies = await copiesOf(hash)
      if (copies.kind !== 'done') return copies
      if (copies.value.length > 1) {
        const kept = await keepOne(hash, copies.value)
        if (kept.kind !== 'done') return kept
        return kept.value === null ? { kind: 'unknown', status: 500 } : { kind: 'done', value: kept.value }
      }
      const stored = storedMedia(found)
      keep(hash, stored)
      return { kind: 'done', value: stored }
    },

    tidy: async hash => {
      const copies = await copiesOf(hash)
      if (copies.kind !== 'done') return copies
      if (copies.value.length < 2) return { kind: 'done', value: null }
      const kept = await keepOne(hash, copies.value)
      return kept.kind === 'done' ? { kind: 'done', value: null } : kept
    },

    forget: () => known.clear(),

    describe: async (hash, stored, texts) => {
      const caption = writeText(texts.caption)
      const { alternative } = texts
      const isSame = stored.texts.alternative === alternative && stored.texts.caption === caption
      if (!stored.isPicture || isSame) return { kind: 'done', value: null }
      const outcome = await rest.post(`/wp/v2/media/${stored.id}`, { alt_text: alternative, caption }, media)
      if (outcome.kind !== 'done') return outcome
      keep(hash, { ...stored, texts: { alternative, caption } })
      return { kind: 'done', value: null }
    },
  }
}

/** Unique enough to be found, short enough to stay whole. */
export function mediaName(hash: BlobHash): string {
  return `ts-${hash.slice(0, 24)}`
}

/** Large pictures are shown scaled; the original lies beside it. */
function storedMedia({ id, media_type, source_url, media_details, alt_text, caption }: Media): StoredMedia {
  const { original } = media_details
  const url = original === undefined ? source_url : new URL(encodeURIComponent(original), source_url).href
  return {
    id,
    url,
    isPicture: media_type === 'image',
    texts: { alternative: alt_text, caption: caption.raw },
  }
}
