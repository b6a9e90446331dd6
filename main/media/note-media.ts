import type { Node } from 'prosemirror-model'
import { blobOf } from '#common/document/revision-body'
import { type FocusPoint, readFocus } from '#common/domain/focus-point'
import type { ArticleId, BlobHash } from '#common/domain/ids'
import type { MediaRecord, NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'

/** What an article says of a picture or file it shows. */
interface Shown {
  readonly alt: string
  readonly credit: string
  readonly focus: FocusPoint | null
}

export type ShownMedia = ReadonlyMap<BlobHash, Shown>

export const nothingShown: ShownMedia = new Map()

/** Every picture and file of a document, each once. */
export function shownMedia(document: Node): ShownMedia {
  const found = new Map<BlobHash, Shown>()
  document.descendants(node => {
    const blob = blobOf(node)
    if (blob === null || found.get(blob.hash)?.alt) return
    const { alt = '', credit = '', focus } = node.attrs
    found.set(blob.hash, { alt: String(alt).trim(), credit: String(credit).trim(), focus: readFocus(focus) })
  })
  return found
}

/**
 * What the library has to learn when an article shows `now` instead of `before`: where each picture stands, and the words
 * it was last given. An article that was frozen stays noted, since readers may see that text.
 */
export function noteMedia(
  recordOf: (hash: BlobHash) => MediaRecord | undefined,
  article: { readonly id: ArticleId; readonly isFrozen: boolean },
  before: ShownMedia,
  now: ShownMedia,
): readonly Change<NewsroomCollections>[] {
  const changes: Change<NewsroomCollections>[] = []
  for (const hash of new Set([...before.keys(), ...now.keys()])) {
    const record = recordOf(hash)
    if (record === undefined) continue
    const put = withShown(record, article, before.get(hash), now.get(hash))
    if (put !== record) changes.push({ collection: 'media', put })
  }
  return changes
}

/**
 * The same record where there is nothing to learn. Words and focus that this article said before are no news, unless the
 * library has none: the program may have ended between the draft's step and the library's record.
 */
function withShown(
  record: MediaRecord,
  { id, isFrozen }: { readonly id: ArticleId; readonly isFrozen: boolean },
  said: Shown | undefined,
  shown: Shown | undefined,
): MediaRecord {
  const { drafts = [], frozen = [] } = record
  const isNoted = drafts.includes(id)
  if (shown === undefined) {
    if (!isNoted) return record
    const isLeft = isFrozen && !frozen.includes(id)
    return {
      ...record,
      drafts: drafts.filter(one => one !== id),
      ...(isLeft ? { frozen: [...frozen, id] } : {}),
    }
  }
  const { alt, credit, focus } = shown
  const news: Partial<MediaRecord> = {
    ...(isNoted ? {} : { drafts: [...drafts, id] }),
    ...(isNews(alt, said?.alt, record.alt) ? { alt } : {}),
    ...(isNews(credit, said?.credit, record.credit) ? { credit } : {}),
    ...(focus !== null && isNews(keyOf(focus), keyOf(said?.focus), keyOf(record.focus)) ? { focus } : {}),
  }
  return Object.keys(news).length === 0 ? record : { ...record, ...news }
}

function isNews(now: string, before = '', known = ''): boolean {
  return now !== '' && now !== known && (known === '' || now !== before)
}

function keyOf(focus: FocusPoint | null | undefined): string {
  return focus == null ? '' : `${focus.x} ${focus.y}`
}
