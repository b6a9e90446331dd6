import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BlobHash } from '#common/domain/ids'
import type { Outcome } from '../connector'
import type { AnonymousReader } from '../http/anonymous-reader'
import { fileEnding } from '../page/file-ending'
import { sha256 } from '../page/sha256'
import { type Media, media } from './mapping'
import type { Rest } from './rest'

/** Where a blob lies on the site. */
export interface StoredMedia {
  readonly id: number
  readonly url: string
  readonly isPicture: boolean
  readonly altText: string
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
  describe(stored: StoredMedia, altText: string): Promise<Outcome<null>>
}

const mostBytes = 256_000_000

export function createMediaLibrary(rest: Rest, reader: AnonymousReader): MediaLibrary {
  /** Proved in this process; what a portal loses meanwhile is found by the read-back. */
  const known = new Map<BlobHash, StoredMedia>()

  async function holdsBytes(stored: StoredMedia, hash: BlobHash): Promise<boolean | null> {
    const answer = await reader.get(stored.url, mostBytes)
    if (answer.kind === 'unreadable' || answer.status >= 500) return null
    return answer.status === 200 && sha256(answer.body) === hash
  }

  const library: MediaLibrary = {
    find: async hash => {
      const before = known.get(hash)
      if (before !== undefined) return { kind: 'done', value: before }
      const name = mediaName(hash)
      const hits = await rest.get(
        '/wp/v2/media',
        { context: 'edit', search: name, orderby: 'id', order: 'asc', per_page: 20 },
        z.array(media),
      )
      if (hits.kind !== 'done') return hits
      let kept: StoredMedia | null = null
      for (const hit of hits.value ?? []) {
        if (!hit.slug.startsWith(name)) continue
        const stored = storedMedia(hit)
        // A picture without a width was cut off on its way in; it cannot be mended from here.
        const whole =
          kept === null && (stored.isPicture ? hit.media_details.width !== undefined : true)
            ? await holdsBytes(stored, hash)
            : false
        if (whole === null) return { kind: 'unknown', status: null }
        if (whole) kept = stored
        else {
          const removed = await rest.remove(`/wp/v2/media/${hit.id}`, z.unknown())
          if (removed.kind !== 'done') return removed
        }
      }
      if (kept !== null) known.set(hash, kept)
      return { kind: 'done', value: kept }
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
      const stored = storedMedia(found)
      known.set(hash, stored)
      return { kind: 'done', value: stored }
    },

    describe: async (stored, altText) => {
      if (!stored.isPicture || stored.altText === altText) return { kind: 'done', value: null }
      const outcome = await rest.post(`/wp/v2/media/${stored.id}`, { alt_text: altText }, media)
      return outcome.kind === 'done' ? { kind: 'done', value: null } : outcome
    },
  }
  return library
}

/** Unique enough to be found, short enough to stay whole. */
export function mediaName(hash: BlobHash): string {
  return `ts-${hash.slice(0, 24)}`
}

/** Large pictures are shown scaled; the original lies beside it. */
function storedMedia({ id, media_type, source_url, media_details, alt_text }: Media): StoredMedia {
  const { original } = media_details
  const url = original === undefined ? source_url : new URL(encodeURIComponent(original), source_url).href
  return { id, url, isPicture: media_type === 'image', altText: alt_text }
}
