import { setImmediate } from 'node:timers/promises'
import type { LibraryMedia } from '#common/api/media-operations'
import { problem } from '#common/api/problems/problem'
import { blobHash } from '#common/domain/ids'
import { ok, refuse } from '#common/domain/result'
import { fold } from '#common/vietnamese/fold'
import type { ArticleIndex } from '#main/articles/article-index'
import { toRow } from '#main/articles/list-articles'
import type { Core, Handlers } from '#main/core/capability'
import type { MediaRecord } from '#main/core/collections'
import { toMedia } from './media'

/** Records looked at between two turns of other work. */
const sliceSize = 2_000

/** The library: every picture and file there is, its words, and where it stands. */
export function createLibrary(core: Core, index: ArticleIndex): Handlers<'media.list' | 'media.uses'> {
  let ordered: readonly MediaRecord['id'][] = []

  /** Ids, the newest first: made again only when something was added. */
  function newestFirst(): readonly MediaRecord['id'][] {
    const all = core.store.all('media')
    if (all.size !== ordered.length)
      ordered = [...all.values()]
        .sort((a, b) => (a.addedAt === b.addedAt ? 0 : a.addedAt < b.addedAt ? 1 : -1))
        .map(({ id }) => id)
    return ordered
  }

  /** Whether readers see it in this article: the published text names its hash. */
  async function isOnPortal(hash: MediaRecord['id'], article: string): Promise<boolean> {
    for (const { state, revision } of index.publications(article)) {
      if (revision === null || (state !== 'live' && state !== 'corrected')) continue
      const body = await core.store.blobs.read(blobHash.parse(revision)).catch(() => null)
      if (body !== null && Buffer.from(body).includes(hash)) return true
    }
    return false
  }

  return {
    'media.list': async ({ use, text, only, offset, limit }) => {
      const words = fold(text).split(/\s+/).filter(Boolean)
      const rows: LibraryMedia[] = []
      let total = 0
      let looked = 0
      for (const id of newestFirst()) {
        if (++looked % sliceSize === 0) await setImmediate()
        const record = core.store.get('media', id)
        if (record === undefined || isPicture(record) !== (use === 'picture')) continue
        if (only === 'unused' && usesOf(record) + (record.frozen ?? []).length > 0) continue
        if (only === 'undescribed' && (record.alt ?? '') !== '') continue
        if (words.length > 0 && !hasWords(record, words)) continue
        if (total >= offset && rows.length < limit) rows.push(toLibraryMedia(record))
        total += 1
      }
      return ok({ rows, total })
    },

    'media.uses': async ({ hash }, { account }) => {
      const record = core.store.get('media', hash)
      if (record === undefined) return refuse(problem('blob-not-found'))
      const { drafts = [], frozen = [] } = record
      const uses = []
      for (const id of new Set([...drafts, ...frozen])) {
        const article = core.store.get('articles', id)
        if (article === undefined) continue
        const inDraft = drafts.includes(id)
        const onPortal = await isOnPortal(hash, id)
        if (inDraft || onPortal) uses.push({ row: toRow(core, index, article, account), inDraft, onPortal })
      }
      return ok({ uses })
    },
  }
}

function isPicture({ mediaType }: MediaRecord): boolean {
  return mediaType.startsWith('image/')
}

function usesOf({ drafts = [] }: MediaRecord): number {
  return drafts.length
}

function hasWords({ fileName, alt = '', credit = '' }: MediaRecord, words: readonly string[]): boolean {
  const all = fold(`${fileName} ${alt} ${credit}`)
  return words.every(word => all.includes(word))
}

function toLibraryMedia(record: MediaRecord): LibraryMedia {
  const { alt = '', credit = '', focus = null, addedAt } = record
  return { ...toMedia(record), alt, credit, focus, addedAt, uses: usesOf(record) }
}
